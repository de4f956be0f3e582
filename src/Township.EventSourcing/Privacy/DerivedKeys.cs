using System.Security.Cryptography;

namespace Township.EventSourcing;

/// <summary>
/// The two keys for a text about a set of people: one seals it, the other derives its nonce. Derived from the secrets of all
/// of them (docs/formats.md).
/// </summary>
sealed class DerivedKeys
{
    const int Length = 32;

    readonly byte[] _sealing = new byte[Length], _nonce = new byte[Length];

    DerivedKeys() { }

    /// <summary>The key that seals.</summary>
    public ReadOnlySpan<byte> Sealing => _sealing;

    /// <summary>The key that derives nonces.</summary>
    public ReadOnlySpan<byte> Nonce => _nonce;

    /// <summary>Returns the keys for a set of people.</summary>
    /// <param name="keys">One key of each person, in the order of the ids' UTF-8 bytes.</param>
    /// <exception cref="InvalidOperationException">A key was erased.</exception>
    public static DerivedKeys Of(IReadOnlyList<PersonalDataKey> keys)
    {
        if (keys.Any(k => k.IsErased)) throw new InvalidOperationException("The key was erased.");
        if (keys.Count == 1) return keys[0].Derived;
        var secrets = new byte[keys.Count * PersonalDataKey.SecretLength];
        for (var i = 0; i < keys.Count; i++) keys[i].Secret.CopyTo(secrets.AsSpan(i * PersonalDataKey.SecretLength));
        var derived = From(secrets);
        CryptographicOperations.ZeroMemory(secrets);
        return derived;
    }

    /// <summary>Derives both keys from the secrets in order. Neither key can be computed without all of the secrets.</summary>
    public static DerivedKeys From(ReadOnlySpan<byte> secrets)
    {
        var derived = new DerivedKeys();
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secrets, derived._sealing, [], "township.personal-text.v1 seal"u8);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secrets, derived._nonce, [], "township.personal-text.v1 nonce"u8);
        return derived;
    }
}
