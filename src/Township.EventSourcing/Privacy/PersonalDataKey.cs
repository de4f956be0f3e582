using System.Security.Cryptography;

namespace Township.EventSourcing;

/// <summary>
/// One generation of a person's key, a part of what seals texts about the person. Immutable, thread-safe, and never printed.
/// </summary>
public sealed class PersonalDataKey
{
    /// <summary>The length of a secret, in bytes.</summary>
    public const int SecretLength = 32;

    readonly byte[] _secret;
    readonly Lazy<DerivedKeys> _derived;

    /// <summary>A key as a vault keeps it.</summary>
    /// <param name="subject">Whose.</param>
    /// <param name="generation">From 1.</param>
    /// <param name="secret"><see cref="SecretLength"/> bytes, or none when it was erased.</param>
    /// <exception cref="ArgumentException">The secret is of another length.</exception>
    public PersonalDataKey(DataSubject subject, int generation, ReadOnlySpan<byte> secret)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        if (secret.Length is not (0 or SecretLength)) throw new ArgumentException($"A secret has {SecretLength} bytes, not {secret.Length}.", nameof(secret));
        (Subject, Generation, _secret) = (subject, generation, secret.ToArray());
        _derived = new(() => DerivedKeys.From(_secret));
    }

    /// <summary>Whose it is.</summary>
    public DataSubject Subject { get; }

    /// <summary>Which of the person's keys, from 1.</summary>
    public int Generation { get; }

    /// <summary>Whether the secret is gone.</summary>
    public bool IsErased => _secret.Length == 0;

    /// <summary>The secret, for vaults to keep; empty when it was erased.</summary>
    public ReadOnlySpan<byte> Secret => _secret;

    /// <summary>
    /// What seals a text about this person alone; see <see cref="DerivedKeys.Of"/>. Derived once: most texts are about one person, and
    /// deriving costs more than sealing.
    /// </summary>
    internal DerivedKeys Derived => _derived.Value;

    /// <summary>A new secret, from the system's generator of random numbers.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);
}
