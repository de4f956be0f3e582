using System.Diagnostics;
using Orleans.EventSourcing;

namespace Township.EventSourcing;

/// <summary>The raised events that are not durable yet, and the state with all of them applied.</summary>
sealed class TentativeLog<TState, TEvent>(
    ConfirmedLog<TState, TEvent> confirmed, EventFormat<TEvent> format, ILogViewAdaptorHost<TState, TEvent> host,
    ILogConsistencyProtocolServices protocol)
    where TState : class, new()
    where TEvent : class
{
    readonly List<Submission<TEvent>> _pending = [];
    TState? _state;

    /// <summary>The submissions in the order in which they were raised, including those in flight.</summary>
    public IReadOnlyList<Submission<TEvent>> Pending => _pending;

    /// <summary>The tentative state. Created on first use, then kept up to date.</summary>
    public TState State => _state ??= Folded();

    /// <summary>Raises events and applies them at once. Events that cannot be applied are not raised.</summary>
    /// <exception cref="NotSupportedException">The events cannot be stored: their type is unknown, JSON does not preserve them, or they
    /// are too large.</exception>
    public Submission<TEvent> Raise(IReadOnlyList<TEvent> events, bool isConditional, Caller caller)
    {
        var written = Written(events);
        var submission = new Submission<TEvent>(
            events, [.. written.Select(w => w.Stored)], isConditional, caller, Stopwatch.GetTimestamp());
        var state = State;
        try
        {
            foreach (var (_, read) in written) host.UpdateView(state, read);
        }
        catch
        {
            _state = null;
            throw;
        }

        _pending.Add(submission);
        return submission;
    }

    /// <summary>Removes the first submissions, which have become durable.</summary>
    public void Confirm(IReadOnlyCollection<Submission<TEvent>> stored)
    {
        _pending.RemoveRange(0, stored.Count);
        foreach (var submission in stored) submission.Confirm();
    }

    /// <summary>Rebases on the events of another writer: conditional events are lost, the others follow.</summary>
    public void Rebase()
    {
        _state = null;
        foreach (var lost in _pending.Where(p => p.IsConditional)) lost.LoseRace();
        _pending.RemoveAll(p => p.IsConditional);
        if (_pending.Count > 0) _state = Folded();
    }

    /// <summary>Removes and returns all submissions, because events that follow a lost event are lost, too.</summary>
    public IReadOnlyList<Submission<TEvent>> Drop()
    {
        Submission<TEvent>[] dropped = [.. _pending];
        _pending.Clear();
        _state = null;
        return dropped;
    }

    // Serialised and read back, so that exactly what a later activation reads is applied.
    (StoredMessage Stored, TEvent Read)[] Written(IReadOnlyList<TEvent> events)
    {
        try
        {
            (StoredMessage Stored, TEvent Read)[] written = [.. events.Select(format.Write)];
            SubmissionSize.ThrowIfTooLarge(written.Sum(w => SubmissionSize.Of(w.Stored)));
            return written;
        }
        catch (Exception e) when (e is UnknownMessageException or MessageFormatException or CommitTooLargeException)
        {
            // A bug in the grain. Clients have no codec for the kernel's exceptions and would receive that error instead.
            throw new NotSupportedException(e.Message);
        }
    }

    TState Folded()
    {
        var state = protocol.DeepCopy(confirmed.State);
        foreach (var stored in _pending.SelectMany(p => p.Stored)) host.UpdateView(state, format.Read(stored));
        return state;
    }
}
