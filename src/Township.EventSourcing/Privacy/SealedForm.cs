using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Township.EventSourcing;

/// <summary>
/// The sealed form of a text (docs/formats.md): nonce ‖ ciphertext ‖ tag of AES-256-GCM. The nonce is derived from all that
/// makes a text what it is, so that a repeated command is sealed into the same bytes and nothing else ever is: no two
/// different messages share a nonce.
/// </summary>
static class SealedForm
{
    const int NonceLength = 12, TagLength = 16;

    static ReadOnlySpan<byte> Tag => "township.personal-text.v1"u8;

    /// <summary>Seals a text.</summary>
    /// <param name="key">A key of the person.</param>
    /// <param name="stream">The stream that it is written to.</param>
    /// <param name="commandId">By this command.</param>
    /// <param name="path">Where the command holds it, as a JSON path: <c>$.persons[2].name</c>.</param>
    /// <param name="text">The text.</param>
    public static PersonalText Seal(PersonalDataKey key, StreamId stream, Guid commandId, string path, string text)
    {
        var clear = Encoding.UTF8.GetBytes(text);
        var data = new byte[NonceLength + clear.Length + TagLength];
        var nonce = data.AsSpan(0, NonceLength);
        var bound = BoundTo(key);
        Derive(nonce, key, bound, stream, commandId, path, clear);
        using var aes = new AesGcm(key.SealingKey, TagLength);
        aes.Encrypt(nonce, clear, data.AsSpan(NonceLength..^TagLength), data.AsSpan(^TagLength..), bound);
        return PersonalText.Sealed(key.Subject.Subject, key.Generation, Convert.ToBase64String(data));
    }

    /// <summary>The clear text; null when this key never sealed it.</summary>
    public static string? Open(PersonalDataKey key, PersonalText text)
    {
        var data = Convert.FromBase64String(text.Data!);
        if (data.Length < NonceLength + TagLength) return null;
        var clear = new byte[data.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key.SealingKey, TagLength);
        try
        {
            aes.Decrypt(data.AsSpan(0, NonceLength), data.AsSpan(NonceLength..^TagLength), data.AsSpan(^TagLength..), clear, BoundTo(key));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(clear);
    }

    // Not to the stream: deciders and reactions carry sealed texts on to others of the same township.
    static byte[] BoundTo(PersonalDataKey key)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        bytes.Write(Tag);
        Field(bytes, key.Subject.Township);
        Field(bytes, key.Subject.Subject);
        Span<byte> generation = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(generation, key.Generation);
        Field(bytes, generation);
        return bytes.WrittenSpan.ToArray();
    }

    static void Derive(Span<byte> nonce, PersonalDataKey key, byte[] bound, StreamId stream, Guid commandId, string path, byte[] clear)
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
        HMACSHA256.HashData(key.NonceKey, bytes.WrittenSpan, mac);
        mac[..NonceLength].CopyTo(nonce);
    }

    static void Field(ArrayBufferWriter<byte> bytes, string text) => Field(bytes, Encoding.UTF8.GetBytes(text));

    static void Field(ArrayBufferWriter<byte> bytes, ReadOnlySpan<byte> field)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), field.Length);
        bytes.Advance(sizeof(int));
        bytes.Write(field);
    }
}
