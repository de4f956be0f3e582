using System.Runtime.CompilerServices;

namespace Township.Auditing;

/// <summary>Reads a stream so that every commit is verified before the caller gets it.</summary>
static class VerifiedReading
{
    /// <summary>
    /// Returns the commits of a stream up to a version, as long as they are <paramref name="within"/> what is asked for. When the whole
    /// stream was read, it must also end where the store's list of streams says.
    /// </summary>
    /// <exception cref="FaultyHistoryException">The history up to there was altered.</exception>
    public static async IAsyncEnumerable<RecordedCommit> ReadVerified(
        this IEventReader reader, StreamHead head, long upTo, Func<RecordedCommit, bool> within,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var whole = upTo == head.Version;
        var track = new StreamTrack(whole ? head : null);
        await foreach (var commit in reader.ReadStream(head.Stream, StreamRange.UpTo(upTo), cancellationToken))
        {
            track.Check(commit, ContentFindings.Of(commit, Throw), listedUpTo: long.MaxValue, Throw);
            if (!within(commit)) yield break;
            yield return commit;
        }

        if (whole) track.CheckListing(head.Stream, Throw);
    }

    /// <summary>Returns the state after one more event.</summary>
    /// <exception cref="FaultyHistoryException">The event is unknown to this program, damaged, or does not fit the state.</exception>
    public static object FoldVerified(this IAggregateType type, object state, RecordedCommit commit, long version, StoredMessage stored)
    {
        try
        {
            return type.Fold(state, commit.Stream, version, stored);
        }
        catch (FoldException e)
        {
            throw new FaultyHistoryException(FoldFaults.Of(commit, type, e));
        }
    }

    /// <summary>Returns the kind of aggregate of a stream.</summary>
    /// <exception cref="FaultyHistoryException">This program does not know the category.</exception>
    public static IAggregateType TypeOf(this IReadOnlyDictionary<string, IAggregateType> types, StreamId stream) =>
        types.TryGetValue(stream.Category, out var type)
            ? type
            : throw new FaultyHistoryException(
                HistoryFaults.UnknownCategory.At(new(stream, null, null), string.Join(", ", types.Keys), stream.Category));

    static void Throw(Fault fault) => throw new FaultyHistoryException(fault);
}
