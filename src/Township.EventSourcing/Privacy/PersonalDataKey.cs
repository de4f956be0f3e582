using System.Security.Cryptography;

namespace Township.EventSourcing;

/// <summary>
/// One generation of a person's key, which contributes to sealing texts about the person. Immutable, thread-safe, and never printed.
/// </summary>
public sealed class PersonalDataKey
{
    /// <summary>The length of a secret, in bytes.</summary>
    public const int SecretLength = 32;

    readonly byte[] _secret;
    readonly Lazy<DerivedKeys> _derived;

    /// <summary>Creates a key as a vault keeps it.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="generation">The generation, from 1.</param>
    /// <param name="secret"><see cref="SecretLength"/> bytes, or empty when it was erased.</param>
    /// <exception cref="ArgumentException">The secret has another length.</exception>
    public PersonalDataKey(DataSubject subject, int generation, ReadOnlySpan<byte> secret)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        if (secret.Length is not (0 or SecretLength))
            throw new ArgumentException($"A secret has {SecretLength} bytes, not {secret.Length}.", nameof(secret));
        (Subject, Generation, _secret) = (subject, generation, secret.ToArray());
        _derived = new(() => DerivedKeys.From(_secret));
    }

    /// <summary>The person.</summary>
    public DataSubject Subject { get; }

    /// <summary>The number of the key among the person's keys, from 1.</summary>
    public int Generation { get; }

    /// <summary>Whether the secret was erased.</summary>
    public bool IsErased => _secret.Length == 0;

    /// <summary>The secret, for vaults to store; empty when it was erased.</summary>
    public ReadOnlySpan<byte> Secret => _secret;

    /// <summary>
    /// The keys that seal a text about this person alone; see <see cref="DerivedKeys.Of"/>. Derived once, because most texts are about one
    /// person, and deriving costs more than sealing.
    /// </summary>
    internal DerivedKeys Derived => _derived.Value;

    /// <summary>Returns a new secret from the system's cryptographic random number generator.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);
}
