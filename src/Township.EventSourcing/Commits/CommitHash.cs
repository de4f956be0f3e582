using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Township.EventSourcing;

/// <summary>A SHA-256 value: 32 bytes with value equality.</summary>
public sealed class CommitHash : IEquatable<CommitHash>
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    readonly byte[] _bytes;

    /// <summary>Takes 32 bytes.</summary>
    /// <exception cref="ArgumentException">There are not 32 of them.</exception>
    public CommitHash(ReadOnlySpan<byte> bytes) =>
        _bytes = bytes.Length == Length ? bytes.ToArray() : throw new ArgumentException($"A hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>What the first commit of a stream, and the first of a store, take as their predecessor: 32 zero bytes.</summary>
    public static CommitHash Zero { get; } = new(new byte[Length]);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes;

    /// <summary>
    /// The hash of a commit: SHA-256(previous hash of the stream ‖ canonical bytes). See docs/formats.md.
    /// </summary>
    public static CommitHash OfCommit(CommitHash previous, StreamId stream, long firstVersion, CommitContent content)
    {
        ArgumentNullException.ThrowIfNull(previous);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(previous._bytes);
        CanonicalForm.Append(sha, stream, firstVersion, content);
        return new(sha.GetHashAndReset());
    }

    /// <summary>
    /// The hash of the store's whole history up to a commit: SHA-256(previous log hash ‖ position as 8 bytes, big-endian ‖ commit hash).
    /// One such value, kept elsewhere, proves everything before it: content, order and completeness.
    /// </summary>
    public static CommitHash OfLog(CommitHash previous, long position, CommitHash commit)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(commit);
        Span<byte> input = stackalloc byte[Length + sizeof(long) + Length];
        previous._bytes.CopyTo(input);
        BinaryPrimitives.WriteInt64BigEndian(input[Length..], position);
        commit._bytes.CopyTo(input[(Length + sizeof(long))..]);
        return new(SHA256.HashData(input));
    }

    /// <inheritdoc />
    public bool Equals(CommitHash? other) => other is not null && _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as CommitHash);

    /// <inheritdoc />
    public override int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(_bytes);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(_bytes);
}

/// <summary>The canonical bytes of a commit: a tag and then each field, prefixed with its length as 4 bytes, big-endian.</summary>
static class CanonicalForm
{
    static readonly byte[] Tag = Encoding.ASCII.GetBytes("township.commit.v1");

    public static void Append(IncrementalHash sha, StreamId stream, long firstVersion, CommitContent content)
    {
        sha.AppendData(Tag);
        Text(sha, stream.ToString());
        Number(sha, firstVersion);
        Id(sha, content.CommandId);
        Text(sha, content.CommandName);
        Number(sha, content.CommandSchema);
        Field(sha, content.CommandData.Span);
        Field(sha, content.Actor.Span);
        Text(sha, content.CorrelationId);
        Text(sha, content.CausationId);
        Number(sha, content.DecidedAtMicros);
        Text(sha, content.Rules.Policy);
        Text(sha, content.Rules.Calendar);
        Text(sha, content.Rules.Code);
        Field(sha, content.Inputs.Span);
        Field(sha, content.Events.Span);
        Number(sha, content.EventCount);
    }

    static void Field(IncrementalHash sha, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        sha.AppendData(length);
        sha.AppendData(bytes);
    }

    static void Number(IncrementalHash sha, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        Field(sha, bytes);
    }

    static void Id(IncrementalHash sha, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Field(sha, bytes);
    }

    static void Text(IncrementalHash sha, string value) => Field(sha, Encoding.UTF8.GetBytes(value));
}
