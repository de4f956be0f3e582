using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Township.EventSourcing;

/// <summary>A SHA-256 value: 32 bytes with value equality.</summary>
public sealed class CommitHash : IEquatable<CommitHash>
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    readonly byte[] _bytes;

    /// <summary>Creates a hash from 32 bytes.</summary>
    /// <exception cref="ArgumentException">The length is not 32 bytes.</exception>
    public CommitHash(ReadOnlySpan<byte> bytes) =>
        _bytes = bytes.Length == Length
            ? bytes.ToArray()
            : throw new ArgumentException($"A hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>The predecessor of the first commit of a stream and of a store: 32 zero bytes.</summary>
    public static CommitHash Zero { get; } = new(new byte[Length]);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes;

    /// <summary>
    /// Returns the hash of a commit: SHA-256(previous hash of the stream ‖ canonical bytes). See docs/formats.md.
    /// </summary>
    public static CommitHash OfCommit(CommitHash previous, StreamId stream, long firstVersion, CommitContent content)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(content);
        return new(CanonicalForm.HashAfter(previous, stream, firstVersion, content));
    }

    /// <summary>
    /// Returns the hash of the store's whole history up to a commit: SHA-256(previous log hash ‖ position as 8 bytes, big-endian ‖ commit
    /// hash). One such value, kept elsewhere, proves the content, order and completeness of everything before it.
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
