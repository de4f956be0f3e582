namespace Township.EventSourcing;

/// <summary>
/// Recognises commands that came before: those in flight, the last ones of the stream, and through the store all others.
/// Not thread-safe.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="services">The store, and how much to remember.</param>
/// <param name="toCurrentSchema">A stored command as this program would store it: a client may repeat a command after an upgrade.</param>
sealed class KnownCommands(StreamId stream, SessionServices services, Func<StoredMessage, StoredMessage> toCurrentSchema)
{
    readonly Dictionary<Guid, (CommandRecord Command, long Version)> _stored = [];
    readonly Queue<Guid> _order = new();
    readonly Dictionary<Guid, (CommandRecord Command, Task<Outcome> Answer)> _inFlight = [];
    bool _complete = true;

    /// <summary>The session began after the stream did: it has not seen the older commands.</summary>
    public void MissOlder() => _complete = false;

    /// <summary>Keeps a stored command; forgets the oldest one when there are too many.</summary>
    public void Remember(CommandRecord command, long version)
    {
        if (!_stored.TryAdd(command.Id, (command, version))) return;
        _order.Enqueue(command.Id);
        if (_order.Count <= services.Options.RememberedCommands) return;
        _stored.Remove(_order.Dequeue());
        _complete = false;
    }

    /// <summary>Keeps a command for as long as it is in flight.</summary>
    public async Task<Outcome> InFlight(CommandRecord command, Task<Outcome> answer)
    {
        _inFlight.Add(command.Id, (command, answer));
        try
        {
            return await answer;
        }
        finally
        {
            _inFlight.Remove(command.Id);
        }
    }

    /// <summary>The outcome of a command that is in flight or remembered; null for one that may be new.</summary>
    public Task<Outcome>? Repeated(CommandRecord command, long currentVersion)
    {
        if (_stored.TryGetValue(command.Id, out var stored)) return Task.FromResult(OutcomeAfter(stored.Command, stored.Version, command, currentVersion));
        if (!_inFlight.TryGetValue(command.Id, out var running)) return null;
        return running.Command == command
            ? RepeatOf(running.Answer)
            : Task.FromResult(Outcome.Refused(currentVersion, KernelRefusals.IdReused.With(command.Id)));
    }

    /// <summary>Like <see cref="Repeated"/>, by asking the store where older commands are not remembered.</summary>
    public Task<Outcome?> RepeatedLongAgo(CommandRecord command, long currentVersion, CancellationToken cancellationToken) =>
        _complete ? Task.FromResult<Outcome?>(null) : RepeatedByAnyone(command, currentVersion, cancellationToken);

    /// <summary>The outcome of a command that is stored, whoever stored it; null for a new one.</summary>
    public async Task<Outcome?> RepeatedByAnyone(CommandRecord command, long currentVersion, CancellationToken cancellationToken) =>
        await services.Store.FindCommand(stream, command.Id, cancellationToken) is { } original
            ? OutcomeAfter(original, command, currentVersion)
            : null;

    /// <summary>The outcome of a command whose id is stored already.</summary>
    public Outcome OutcomeAfter(RecordedCommit original, CommandRecord command, long currentVersion) =>
        OutcomeAfter(original.Command, original.LastVersion, command, currentVersion);

    Outcome OutcomeAfter(CommandRecord original, long version, CommandRecord command, long currentVersion) => IsSame(original.Message, command.Message)
        ? new(OutcomeKind.Repeated, version)
        : Outcome.Refused(currentVersion, KernelRefusals.IdReused.With(command.Id));

    bool IsSame(StoredMessage original, StoredMessage repeated) =>
        original == repeated
        || (original.Name == repeated.Name && original.Schema < repeated.Schema && toCurrentSchema(original) == repeated);

    static async Task<Outcome> RepeatOf(Task<Outcome> answer) =>
        await answer is { Accepted: true } outcome ? outcome with { Kind = OutcomeKind.Repeated } : await answer;
}
