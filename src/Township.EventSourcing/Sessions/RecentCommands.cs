namespace Township.EventSourcing;

/// <summary>The last commands of a stream, so that most repetitions are recognised without asking the store. Forgets the oldest first.</summary>
sealed class RecentCommands(int capacity)
{
    readonly Dictionary<Guid, (CommandRecord Command, long Version)> _known = [];
    readonly Queue<Guid> _order = new();

    public void Remember(CommandRecord command, long version)
    {
        if (capacity == 0 || !_known.TryAdd(command.Id, (command, version))) return;
        _order.Enqueue(command.Id);
        if (_order.Count > capacity) _known.Remove(_order.Dequeue());
    }

    /// <summary>The outcome of a command that was stored before; null when it is not remembered.</summary>
    public Outcome? OutcomeOf(CommandRecord command, long currentVersion) =>
        !_known.TryGetValue(command.Id, out var known) ? null
        : known.Command == command ? new Outcome(OutcomeKind.Repeated, known.Version)
        : Outcome.Refused(currentVersion, KernelRefusals.IdReused.With(command.Id));
}
