namespace Township.EventSourcing;

/// <summary>
/// Stores what is pending through the silo's group committer, and reads on when somebody else wrote. One call at a time; whatever it is
/// told, it returns with nothing of its own in flight.
/// </summary>
sealed class LogWriter<TState, TEvent>(
    StreamId stream, GrainId grain, SessionServices session, ConfirmedLog<TState, TEvent> confirmed, TentativeLog<TState, TEvent> tentative, int maxLostRaces)
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

    /// <summary>Tells of submissions that have become durable, after they were folded.</summary>
    public Action<IReadOnlyList<Submission<TEvent>>> OnConfirmed { get; init; } = _ => { };

    /// <summary>Tells that the state rests on what another writer wrote.</summary>
    public Action OnRebased { get; init; } = () => { };

    /// <summary>One attempt to store everything pending; what lost a race stays pending, rebased.</summary>
    /// <exception cref="StreamConflictException">Too many races in a row were lost.</exception>
    public async Task Write()
    {
        var flights = new Queue<Flight>();
        var unsent = await Send(flights);
        var failure = await Land(flights);
        if (flights.Count > 0 || failure is not null) await Clarify(flights, failure);
        if (flights.Count > 0)
        {
            if (++_lostRaces > maxLostRaces) throw new StreamConflictException(stream, ExpectedVersion.Exactly(flights.Peek().PreviousVersion), confirmed.Head.Version);
            return;
        }

        _lostRaces = 0;
        if (unsent is not null) throw unsent;
    }

    /// <summary>Reads what the stream has grown by.</summary>
    public Task ReadOn() => ReadOn(new Queue<Flight>());

    // Commits of one grain go out one behind the other, without waiting; many grains share the transaction.
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

    // Each one rests on the one before: the first that is not stored where it should be takes the others with it.
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

        foreach (var rest in flights) await ((Task)rest.Append).ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        return failure;
    }

    // Something was not answered as hoped. The stream says what became of it: a lost acknowledgement, or a rival.
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

        // Where another writer has gone ahead, ours can never be stored any more, and all is clear. Otherwise it may
        // still be on its way.
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
