namespace Township.EventSourcing;

/// <summary>Events that were raised together and are stored together, and their result.</summary>
sealed class Submission<TEvent>(
    IReadOnlyList<TEvent> events, IReadOnlyList<StoredMessage> stored, bool isConditional, Caller caller, long raisedAt)
{
    readonly TaskCompletionSource<bool> _fate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<TEvent> Events => events;

    public IReadOnlyList<StoredMessage> Stored => stored;

    /// <summary>Whether they may be stored only on the history on which they were raised.</summary>
    public bool IsConditional => isConditional;

    public Caller Caller => caller;

    public long RaisedAt => raisedAt;

    public int Size => field > 0 ? field : field = stored.Sum(SubmissionSize.Of);

    /// <summary>Whether a caller awaits the result, and so learns of a failure.</summary>
    public bool IsAwaited { get; private set; }

    /// <summary>Completes with true when stored, with false for conditional events that lost the race.</summary>
    public Task<bool> Fate()
    {
        IsAwaited = true;
        return _fate.Task;
    }

    public void Confirm() => _fate.TrySetResult(true);

    public void LoseRace() => _fate.TrySetResult(false);

    public void Fail(Exception failure)
    {
        _fate.TrySetException(failure);
        _ = _fate.Task.Exception; // Seen: who did not wait is told by the activation.
    }
}

static class SubmissionSize
{
    // For the rest of the commit: command, actor, names of members.
    const int Reserve = 256 * 1024;

    // Several submissions share a commit only up to this size.
    const int Handy = 256 * 1024;

    public static int Of(StoredMessage stored) => (3 * stored.Name.Length) + stored.Data.Length + 64;

    public static void ThrowIfTooLarge(int size)
    {
        if (size > CommitContent.MaxSize - Reserve) throw new CommitTooLargeException(size);
    }

    /// <summary>Groups the submissions into commits, in order: one caller per commit, none too large.</summary>
    public static IEnumerable<List<Submission<TEvent>>> InCommits<TEvent>(IEnumerable<Submission<TEvent>> submissions)
    {
        var (commit, size) = (new List<Submission<TEvent>>(), 0);
        foreach (var submission in submissions)
        {
            if (commit.Count > 0 && (commit[0].Caller != submission.Caller || size + submission.Size > Handy))
            {
                yield return commit;
                (commit, size) = ([], 0);
            }

            commit.Add(submission);
            size += submission.Size;
        }

        if (commit.Count > 0) yield return commit;
    }
}
