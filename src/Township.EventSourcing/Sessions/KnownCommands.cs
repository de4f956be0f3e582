using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Township.EventSourcing;

/// <summary>
/// Recognises commands that came before: those in flight, the last ones of the stream, and through the store all others.
/// Of stored commands only ids are remembered; what they said is asked of the store when one is repeated, which is rare.
/// Not thread-safe.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="services">The store, and how much to remember.</param>
/// <param name="isSame">Whether a stored command is the repeated one, though its bytes may differ: a client may repeat a command after an
/// upgrade or an erasure.</param>
sealed class KnownCommands(StreamId stream, SessionServices services, Func<StoredMessage, StoredMessage, bool> isSame)
{
    const long NothingForgotten = long.MinValue, EverythingForgotten = long.MaxValue;

    readonly HashSet<Guid> _stored = [];
    readonly Queue<Guid> _order = new();
    readonly Dictionary<Guid, (CommandRecord Command, Task<AppendResult> Append)> _inFlight = [];
    long _forgottenUntil = NothingForgotten;

    /// <summary>The session began with a snapshot: it has not seen the commands decided until then.</summary>
    public void MissUntil(DateTimeOffset decidedAt) => Forget(decidedAt.ToUnixTimeMilliseconds());

    /// <summary>Keeps the id of a stored command; forgets the oldest one when there are too many.</summary>
    public void Remember(Guid id)
    {
        if (!_stored.Add(id)) return;
        _order.Enqueue(id);
        if (_order.Count <= services.Options.RememberedCommands) return;
        var oldest = _order.Dequeue();
        _stored.Remove(oldest);
        Forget(MillisecondsOf(oldest) ?? EverythingForgotten);
    }

    /// <summary>Keeps a command while its commit is on the way.</summary>
    public void Begin(CommandRecord command, Task<AppendResult> append) => _inFlight.Add(command.Id, (command, append));

    /// <summary>The commit has arrived, or failed.</summary>
    public void End(CommandRecord command) => _inFlight.Remove(command.Id);

    /// <summary>Whether the command's commit is on the way now, sent by another call.</summary>
    public bool IsInFlight(CommandRecord command, [NotNullWhen(true)] out CommandRecord? first, [NotNullWhen(true)] out Task<AppendResult>? append)
    {
        (first, append) = _inFlight.GetValueOrDefault(command.Id);
        return first is not null && append is not null;
    }

    /// <summary>Whether the command is in flight or among the remembered ones.</summary>
    public bool IsKnown(Guid id) => _inFlight.ContainsKey(id) || _stored.Contains(id);

    /// <summary>
    /// Whether the store must be asked before deciding. An id that carries its time (UUID version 7, what <c>Command</c> makes)
    /// and is younger than everything forgotten is new, unless a client's clock is wrong or a rival writes; then the store's own
    /// index finds the repetition.
    /// </summary>
    public bool MayBeStored(Guid id) =>
        _stored.Contains(id) || (_forgottenUntil != NothingForgotten && (MillisecondsOf(id) ?? long.MinValue) <= _forgottenUntil);

    /// <summary>The outcome of a command that is stored, whoever stored it; null for a new one.</summary>
    public async Task<Outcome?> Stored(CommandRecord command, long currentVersion, CancellationToken cancellationToken) =>
        await services.Store.FindCommand(stream, command.Id, cancellationToken) is { } original
            ? OutcomeAfter(original, command, currentVersion)
            : null;

    /// <summary>The outcome of a command whose id is stored already.</summary>
    /// <exception cref="UnknownMessageException">A newer program stored it, and it cannot be told whether it is the same.</exception>
    public Outcome OutcomeAfter(RecordedCommit original, CommandRecord command, long currentVersion) => isSame(original.Command.Message, command.Message)
        ? new(OutcomeKind.Repeated, original.LastVersion)
        : IdReused(command, currentVersion);

    /// <summary>The refusal of a command whose id belongs to another one.</summary>
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
