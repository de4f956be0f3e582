namespace Township.EventSourcing;

/// <summary>
/// Stores pending events through the silo's group committer, and reads the stream when another process has written. Supports one call at a
/// time. When a call returns, none of its commits are in flight, even after a failure.
/// </summary>
sealed class LogWriter<TState, TEvent>(
    StreamId stream, GrainId grain, SessionServices session, ConfirmedLog<TState, TEvent> confirmed, TentativeLog<TState, TEvent> tentative,
    int maxLostRaces)
    where TState : class, new()
    where TEvent : class
{
    readonly StoredMessage _command = JournaledCommit.Command(grain.ToString());
    readonly StreamClock _clock = new(stream, session);
    int _lostRaces;

    sealed record Flight(StreamHead Next, CommitContent Content, List<Submission<TEvent>> Submissions, Task<AppendResult> Append)
    {
        public long PreviousVersion => Next.Version - Submissions.Sum(s => s.Stored.Count);
    }

    /// <summary>Called with submissions that have become durable, after they were folded.</summary>
    public Action<IReadOnlyList<Submission<TEvent>>> OnConfirmed { get; init; } = _ => { };

    /// <summary>Called when the state was rebased on another writer's events.</summary>
    public Action OnRebased { get; init; } = () => { };

    /// <summary>Makes one attempt to store everything pending. What lost a race is rebased and stays pending.</summary>
    /// <exception cref="StreamConflictException">Too many races in a row were lost.</exception>
    public async Task Write()
    {
        var flights = new Queue<Flight>();
        var unsent = await Send(flights);
        var failure = await Land(flights);
        if (flights.Count > 0 || failure is not null) await Clarify(flights, failure);
        if (flights.Count > 0)
        {
            if (++_lostRaces > maxLostRaces)
                throw new StreamConflictException(stream, ExpectedVersion.Exactly(flights.Peek().PreviousVersion), confirmed.Head.Version);
            return;
        }

        _lostRaces = 0;
        if (unsent is not null) throw unsent;
    }

    /// <summary>Reads the commits that were added to the stream.</summary>
    public Task ReadOn() => ReadOn(new Queue<Flight>());

    // Queues the commits of one grain one after another without waiting; many grains share a transaction.
    async Task<Exception?> Send(Queue<Flight> flights)
    {
        await _clock.Prepare(confirmed.DecidedAt);
        var (head, decidedAt) = (confirmed.Head, _clock.After(confirmed.DecidedAt));
        foreach (var submissions in SubmissionSize.InCommits(tentative.Pending.ToArray()))
        {
            try
            {
                var content = CommitContent.From(
                    new(Guid.CreateVersion7(), _command), submissions[0].Caller, decidedAt,
                    new(1, "", session.Environment.CalendarVersion, session.Environment.CodeVersion), [],
                    submissions.SelectMany(s => s.Stored).ToEquatableList());
                using var admission = await session.Committer.Admit();
                var commit = Commit.After(head, content);
                head = commit.HeadAfter(head);
                flights.Enqueue(new(head, content, submissions, session.Committer.Append(admission, commit)));
            }
            catch (Exception e)
            {
                return e;
            }
        }

        return null;
    }

    // Each commit depends on the one before: when one is not stored at its expected version, those after it are not either.
    async Task<Exception?> Land(Queue<Flight> flights)
    {
        Exception? failure = null;
        while (failure is null && flights.TryPeek(out var flight))
        {
            try
            {
                if (await flight.Append is not AppendResult.Committed committed || !committed.Hash.Equals(flight.Next.Hash)) break;
                Confirm(flights.Dequeue());
            }
            catch (Exception e)
            {
                failure = e;
            }
        }

        foreach (var rest in flights)
            await ((Task)rest.Append).ConfigureAwait(
                ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        return failure;
    }

    // A result was not as expected, because an acknowledgement was lost or another writer was faster. Reading the stream
    // shows which commits were stored.
    async Task Clarify(Queue<Flight> flights, Exception? failure)
    {
        if (failure is not (null or StoreUnavailableException { MayHaveCommitted: true })) throw failure;
        bool isOvertaken;
        try
        {
            isOvertaken = await ReadOn(flights);
        }
        catch (StoreUnavailableException) when (failure is not null)
        {
            throw failure; // It says more: that the events may have been stored.
        }

        // If another writer has overtaken, ours can never be stored any more, and the result is known. Otherwise a
        // commit may still be in flight.
        if (flights.Count > 0 && !isOvertaken && failure is not null) throw failure;
    }

    async Task<bool> ReadOn(Queue<Flight> flights)
    {
        var rebased = false;
        var before = confirmed.Head;
        await confirmed.ReadOn(commit =>
        {
            if (flights.TryPeek(out var own) && own.Content.CommandId == commit.Content.CommandId) Settle(flights.Dequeue());
            else rebased = true;
        });
        if (rebased) tentative.Rebase();
        if (rebased || !before.Equals(confirmed.Head)) OnRebased();
        return rebased;
    }

    void Confirm(Flight flight)
    {
        confirmed.Append(flight.Next, flight.Submissions.SelectMany(s => s.Stored), Micros.ToMoment(flight.Content.DecidedAtMicros));
        Settle(flight);
    }

    void Settle(Flight flight)
    {
        tentative.Confirm(flight.Submissions);
        OnConfirmed(flight.Submissions);
    }
}
