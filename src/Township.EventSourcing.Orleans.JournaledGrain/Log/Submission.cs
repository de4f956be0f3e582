namespace Township.EventSourcing;

/// <summary>Events that were raised together and are stored together, and what became of them.</summary>
sealed class Submission<TEvent>(IReadOnlyList<TEvent> events, IReadOnlyList<StoredMessage> stored, bool isConditional, Caller caller, long raisedAt)
{
    readonly TaskCompletionSource<bool> _fate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<TEvent> Events => events;

    public IReadOnlyList<StoredMessage> Stored => stored;

    /// <summary>Whether they may only follow the very history on which they were raised.</summary>
    public bool IsConditional => isConditional;

    public Caller Caller => caller;

    public long RaisedAt => raisedAt;

    public int Size => field > 0 ? field : field = stored.Sum(SubmissionSize.Of);

    /// <summary>Whether somebody waits for the fate, and so will learn of a failure.</summary>
    public bool IsAwaited { get; private set; }

    /// <summary>Answers true when stored, false for conditional events that lost the race.</summary>
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
    // The rest of the commit: command, actor, names of members.
    const int Reserve = 256 * 1024;

    // Several submissions share a commit only while it stays handy.
    const int Handy = 256 * 1024;

    public static int Of(StoredMessage stored) => (3 * stored.Name.Length) + stored.Data.Length + 64;

    public static void ThrowIfTooLarge(int size)
    {
        if (size > CommitContent.MaxSize - Reserve) throw new CommitTooLargeException(size);
    }

    /// <summary>The submissions in their order, as commits: one caller each, none too large.</summary>
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
