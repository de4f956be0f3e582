using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Township.EventSourcing;

/// <summary>
/// A subscription that acts, for example by sending commands, and keeps no rows. Its checkpoint is written after it has
/// acted: after a crash it may act on a commit again, so what it does must be idempotent. Commands are, when their
/// ids come from <see cref="DerivedIds"/>; in a silo <c>CommandReaction</c> sends them.
/// </summary>
public interface IReaction
{
    /// <summary>The subscription's name; see <see cref="TableNames.IsValid"/>.</summary>
    string Name { get; }

    /// <summary>From 1. A new version starts at position 0: it acts on the whole history again, with ids that say so or do not.</summary>
    int Version { get; }

    /// <summary>The categories of streams that matter; commits of others are left out. Default null: all.</summary>
    EquatableList<string>? Categories => null;

    /// <summary>Acts on commits, in their order; at least once on each. An exception stops the subscription, visibly.</summary>
    Task React(IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken);
}

/// <summary>Ids that follow from what caused them: the same cause, on any machine at any time, gives the same id.</summary>
public static class DerivedIds
{
    /// <summary>
    /// The id of the n-th command that a reaction sends because of a commit: a version 8 UUID from SHA-256(name ‖ 0 ‖
    /// commit hash ‖ number). It follows the commit's content, so that a history that went another way gives other ids.
    /// </summary>
    /// <param name="reaction">A name that never changes.</param>
    /// <param name="source">The commit that was reacted to.</param>
    /// <param name="number">Tells several commands apart.</param>
    public static Guid Of(string reaction, RecordedCommit source, int number = 0)
    {
        ArgumentNullException.ThrowIfNull(reaction);
        ArgumentNullException.ThrowIfNull(source);
        var name = Encoding.UTF8.GetByteCount(reaction);
        var input = new byte[name + 1 + CommitHash.Length + sizeof(int)];
        Encoding.UTF8.GetBytes(reaction, input);
        source.Hash.Span.CopyTo(input.AsSpan(name + 1));
        BinaryPrimitives.WriteInt32BigEndian(input.AsSpan(name + 1 + CommitHash.Length), number);
        var id = SHA256.HashData(input).AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new(id, bigEndian: true);
    }
}
