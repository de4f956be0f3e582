using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Township.EventSourcing;

/// <summary>
/// The sealed form of a text (docs/formats.md): nonce ‖ ciphertext ‖ tag of AES-256-GCM, under a key derived from the secrets of all people
/// whom the text is about; without any one of them the key cannot be derived. The nonce is derived from everything that identifies the
/// text, so a repeated command is sealed into the same bytes, and no two different messages share a nonce.
/// </summary>
static class SealedForm
{
    const int NonceLength = 12, TagLength = 16;

    static ReadOnlySpan<byte> Tag => "township.personal-text.v1"u8;

    /// <summary>Seals a text.</summary>
    /// <param name="keys">One key of each person whom it is about, in the order of the ids' UTF-8 bytes.</param>
    /// <param name="stream">The stream that it is written to.</param>
    /// <param name="commandId">The command that writes it.</param>
    /// <param name="path">The JSON path of the text in the command: <c>$.persons[2].name</c>.</param>
    /// <param name="text">The text.</param>
    public static PersonalText Seal(IReadOnlyList<PersonalDataKey> keys, StreamId stream, Guid commandId, string path, string text)
    {
        var clear = Encoding.UTF8.GetBytes(text);
        var data = new byte[NonceLength + clear.Length + TagLength];
        var nonce = data.AsSpan(0, NonceLength);
        var (derived, bound) = (DerivedKeys.Of(keys), BoundTo(keys));
        Derive(nonce, derived, bound, stream, commandId, path, clear);
        using var aes = new AesGcm(derived.Sealing, TagLength);
        aes.Encrypt(nonce, clear, data.AsSpan(NonceLength..^TagLength), data.AsSpan(^TagLength..), bound);
        return PersonalText.Sealed(keys.Select(k => new TextPerson(k.Subject.Subject, k.Generation)), Convert.ToBase64String(data));
    }

    /// <summary>Returns the clear text; null when these keys did not seal it.</summary>
    public static string? Open(IReadOnlyList<PersonalDataKey> keys, PersonalText text)
    {
        var data = Convert.FromBase64String(text.Data!);
        if (data.Length < NonceLength + TagLength) return null;
        var clear = new byte[data.Length - NonceLength - TagLength];
        using var aes = new AesGcm(DerivedKeys.Of(keys).Sealing, TagLength);
        try
        {
            aes.Decrypt(data.AsSpan(0, NonceLength), data.AsSpan(NonceLength..^TagLength), data.AsSpan(^TagLength..), clear, BoundTo(keys));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(clear);
    }

    // Not bound to the stream: deciders and reactions pass sealed texts on to other streams of the same township.
    static byte[] BoundTo(IReadOnlyList<PersonalDataKey> keys)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        bytes.Write(Tag);
        Field(bytes, keys[0].Subject.Township);
        Field(bytes, keys.Count);
        foreach (var key in keys)
        {
            Field(bytes, key.Subject.Subject);
            Field(bytes, key.Generation);
        }

        return bytes.WrittenSpan.ToArray();
    }

    static void Derive(Span<byte> nonce, DerivedKeys keys, byte[] bound, StreamId stream, Guid commandId, string path, byte[] clear)
    {
        var bytes = new ArrayBufferWriter<byte>(256 + clear.Length);
        bytes.Write(bound);
        Field(bytes, stream.ToString());
        Span<byte> id = stackalloc byte[16];
        commandId.TryWriteBytes(id, bigEndian: true, out _);
        Field(bytes, id);
        Field(bytes, path);
        Field(bytes, clear);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys.Nonce, bytes.WrittenSpan, mac);
        mac[..NonceLength].CopyTo(nonce);
    }

    static void Field(ArrayBufferWriter<byte> bytes, string text) => Field(bytes, Encoding.UTF8.GetBytes(text));

    static void Field(ArrayBufferWriter<byte> bytes, long number)
    {
        Span<byte> field = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(field, number);
        Field(bytes, field);
    }

    static void Field(ArrayBufferWriter<byte> bytes, ReadOnlySpan<byte> field)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), field.Length);
        bytes.Advance(sizeof(int));
        bytes.Write(field);
    }
}
