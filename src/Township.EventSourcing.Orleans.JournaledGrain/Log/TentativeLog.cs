using System.Diagnostics;
using Orleans.EventSourcing;

namespace Township.EventSourcing;

/// <summary>What was raised and is not durable yet, and the state as it would be with all of it.</summary>
sealed class TentativeLog<TState, TEvent>(
    ConfirmedLog<TState, TEvent> confirmed, EventFormat<TEvent> format, ILogViewAdaptorHost<TState, TEvent> host, ILogConsistencyProtocolServices protocol)
    where TState : class, new()
    where TEvent : class
{
    readonly List<Submission<TEvent>> _pending = [];
    TState? _state;

    /// <summary>In the order in which they were raised, those on their way to the store included.</summary>
    public IReadOnlyList<Submission<TEvent>> Pending => _pending;

    /// <summary>Made when first asked for, then kept up to date.</summary>
    public TState State => _state ??= Folded();

    /// <summary>Raises events: they are applied at once, and what does not apply is not raised.</summary>
    /// <exception cref="NotSupportedException">They cannot be stored: no known events, not kept by JSON, or too large.</exception>
    public Submission<TEvent> Raise(IReadOnlyList<TEvent> events, bool isConditional, Caller caller)
    {
        var written = Written(events);
        var submission = new Submission<TEvent>(events, [.. written.Select(w => w.Stored)], isConditional, caller, Stopwatch.GetTimestamp());
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

    /// <summary>The first ones have become durable.</summary>
    public void Confirm(IReadOnlyCollection<Submission<TEvent>> stored)
    {
        _pending.RemoveRange(0, stored.Count);
        foreach (var submission in stored) submission.Confirm();
    }

    /// <summary>Another writer was faster: conditional events are lost, the others follow on what it wrote.</summary>
    public void Rebase()
    {
        _state = null;
        foreach (var lost in _pending.Where(p => p.IsConditional)) lost.LoseRace();
        _pending.RemoveAll(p => p.IsConditional);
        if (_pending.Count > 0) _state = Folded();
    }

    /// <summary>Nothing of it will be stored: what was decided on a lost event is lost with it.</summary>
    public IReadOnlyList<Submission<TEvent>> Drop()
    {
        Submission<TEvent>[] dropped = [.. _pending];
        _pending.Clear();
        _state = null;
        return dropped;
    }

    // Written and read again: what is applied is what a later activation will apply.
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
            // The grain's bug. Clients have no codec for the kernel's exceptions and would be told of that instead.
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
