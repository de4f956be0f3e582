using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Township.EventSourcing;

/// <summary>
/// The canonical bytes of a commit: a tag and then each field, prefixed with its length as 4 bytes, big-endian.
/// Laid out in one rented buffer and hashed in one call, because all commits of a store are hashed on one thread.
/// </summary>
ref struct CanonicalForm
{
    static ReadOnlySpan<byte> Tag => "township.commit.v1"u8;

    // Covers all length prefixes and fixed-length fields.
    const int Overhead = 256;

    readonly Span<byte> _bytes;
    int _length;

    CanonicalForm(Span<byte> bytes) => _bytes = bytes;

    /// <summary>SHA-256(previous ‖ canonical bytes).</summary>
    public static byte[] HashAfter(CommitHash previous, StreamId stream, long firstVersion, CommitContent content)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxLength(stream, content));
        try
        {
            var form = new CanonicalForm(buffer);
            form.Raw(previous.Span);
            form.Raw(Tag);
            form.Commit(stream, firstVersion, content);
            return SHA256.HashData(buffer.AsSpan(0, form._length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static int MaxLength(StreamId stream, CommitContent content) => Overhead + content.Size + Encoding.UTF8.GetMaxByteCount(
        stream.ToString().Length + content.CommandName.Length + content.CorrelationId.Length + content.CausationId.Length
        + content.Rules.Policy.Length + content.Rules.Calendar.Length + content.Rules.Code.Length);

    void Commit(StreamId stream, long firstVersion, CommitContent content)
    {
        Text(stream.ToString());
        Number(firstVersion);
        Id(content.CommandId);
        Text(content.CommandName);
        Number(content.CommandSchema);
        Field(content.CommandData.Span);
        Field(content.Actor.Span);
        Text(content.CorrelationId);
        Text(content.CausationId);
        Number(content.DecidedAtMicros);
        Number(content.Rules.Rules);
        Text(content.Rules.Policy);
        Text(content.Rules.Calendar);
        Text(content.Rules.Code);
        Field(content.Facts.Span);
        Field(content.Events.Span);
        Number(content.EventCount);
    }

    void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes[_length..]);
        _length += bytes.Length;
    }

    void Field(ReadOnlySpan<byte> bytes)
    {
        Length(bytes.Length);
        Raw(bytes);
    }

    void Text(string value)
    {
        var length = Encoding.UTF8.GetBytes(value, _bytes[(_length + sizeof(int))..]);
        Length(length);
        _length += length;
    }

    void Number(long value)
    {
        Length(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(_bytes[_length..], value);
        _length += sizeof(long);
    }

    void Id(Guid value)
    {
        Length(16);
        value.TryWriteBytes(_bytes[_length..], bigEndian: true, out _);
        _length += 16;
    }

    void Length(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes[_length..], length);
        _length += sizeof(int);
    }
}
