using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Township.EventSourcing;

/// <summary>
/// Recognises repeated commands: those in flight, the stream's last ones, and, through the store, all others. Only the ids of stored
/// commands are kept; their content is read from the store when one is repeated, which is rare. Not thread-safe.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="services">The store, and the number of commands to remember.</param>
/// <param name="isSame">Returns whether a stored command is the repeated one even if its bytes differ: a client may repeat a command after
/// an upgrade or an erasure.</param>
sealed class KnownCommands(StreamId stream, SessionServices services, Func<StoredMessage, StoredMessage, bool> isSame)
{
    const long NothingForgotten = long.MinValue, EverythingForgotten = long.MaxValue;

    readonly HashSet<Guid> _stored = [];
    readonly Queue<Guid> _order = new();
    readonly Dictionary<Guid, (CommandRecord Command, Task<AppendResult> Append)> _inFlight = [];
    long _forgottenUntil = NothingForgotten;

    /// <summary>Records that the session started from a snapshot and has not seen the commands decided before it.</summary>
    public void MissUntil(DateTimeOffset decidedAt) => Forget(decidedAt.ToUnixTimeMilliseconds());

    /// <summary>Remembers the id of a stored command; forgets the oldest one when the limit is exceeded.</summary>
    public void Remember(Guid id)
    {
        if (!_stored.Add(id)) return;
        _order.Enqueue(id);
        if (_order.Count <= services.Options.RememberedCommands) return;
        var oldest = _order.Dequeue();
        _stored.Remove(oldest);
        Forget(MillisecondsOf(oldest) ?? EverythingForgotten);
    }

    /// <summary>Records a command whose commit is in flight.</summary>
    public void Begin(CommandRecord command, Task<AppendResult> append) => _inFlight.Add(command.Id, (command, append));

    /// <summary>Records that the commit was stored or has failed.</summary>
    public void End(CommandRecord command) => _inFlight.Remove(command.Id);

    /// <summary>Returns whether the command's commit is in flight, sent by another call.</summary>
    public bool IsInFlight(
        CommandRecord command, [NotNullWhen(true)] out CommandRecord? first, [NotNullWhen(true)] out Task<AppendResult>? append)
    {
        (first, append) = _inFlight.GetValueOrDefault(command.Id);
        return first is not null && append is not null;
    }

    /// <summary>Returns whether the command is in flight or among the remembered ones.</summary>
    public bool IsKnown(Guid id) => _inFlight.ContainsKey(id) || _stored.Contains(id);

    /// <summary>
    /// Returns whether the store must be asked before deciding. An id with a time (UUID version 7, which <c>Command</c> creates) that
    /// is younger than every forgotten command is new, unless a client's clock is wrong or another process writes; then the store's
    /// index finds the repetition.
    /// </summary>
    public bool MayBeStored(Guid id) =>
        _stored.Contains(id) || (_forgottenUntil != NothingForgotten && (MillisecondsOf(id) ?? long.MinValue) <= _forgottenUntil);

    /// <summary>Returns the outcome of a stored command, whichever process stored it; null for a new command.</summary>
    public async Task<Outcome?> Stored(CommandRecord command, long currentVersion, CancellationToken cancellationToken) =>
        await services.Store.FindCommand(stream, command.Id, cancellationToken) is { } original
            ? OutcomeAfter(original, command, currentVersion)
            : null;

    /// <summary>Returns the outcome of a command whose id is already stored.</summary>
    /// <exception cref="UnknownMessageException">A newer program stored it, so it cannot be compared.</exception>
    public Outcome OutcomeAfter(RecordedCommit original, CommandRecord command, long currentVersion) =>
        isSame(original.Command.Message, command.Message)
        ? new(OutcomeKind.Repeated, original.LastVersion)
        : IdReused(command, currentVersion);

    /// <summary>Returns the refusal of a command whose id belongs to another one.</summary>
    public static Outcome IdReused(CommandRecord command, long currentVersion) =>
        Outcome.Refused(currentVersion, KernelRefusals.IdReused.With(command.Id));

    void Forget(long until) => _forgottenUntil = Math.Max(_forgottenUntil, until);

    static long? MillisecondsOf(Guid id)
    {
        if (id.Version != 7) return null;
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16;
    }
}
