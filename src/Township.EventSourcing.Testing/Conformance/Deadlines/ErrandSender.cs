using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Township.EventSourcing.Testing;

/// <summary>Delivers commands to errands as silos do, and records them; fails on demand.</summary>
public sealed class ErrandSender : IDeadlineSender, IFactReader, IAsyncDisposable
{
    readonly GroupCommitter _committer;
    readonly SessionServices _services;

    /// <summary>Creates a silo on a store.</summary>
    public ErrandSender(IEventStore store, TimeProvider clock)
    {
        _committer = new(store, new(), TimeProvider.System, NullLogger<GroupCommitter>.Instance);
        _services = new(store, _committer, NoSnapshots.Instance, this, new(clock, "cal", "1"), new(), NullLogger.Instance);
    }

    /// <summary>The sent commands with their outcomes; null for a command that failed.</summary>
    public ConcurrentQueue<(StreamId Stream, ICommand Command, Guid Id, Caller Caller, Outcome? Outcome)> Sent { get; } = [];

    /// <summary>Runs before a command is delivered; may throw.</summary>
    public Func<StreamId, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs after the aggregate has decided, before the dispatcher gets the outcome; may throw.</summary>
    public Func<StreamId, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <inheritdoc />
    public async Task<Outcome> Send(StreamId stream, ICommand command, Guid commandId, Caller caller, CancellationToken cancellationToken)
    {
        Outcome? outcome = null;
        try
        {
            await Before(stream);
            outcome = await Execute(stream, (ErrandCommand)command with { CommandId = commandId }, caller, cancellationToken);
            await After(stream);
            return outcome;
        }
        finally
        {
            Sent.Enqueue((stream, command, commandId, caller, outcome));
        }
    }

    /// <summary>Like <see cref="Send"/>, for people.</summary>
    public async Task<Outcome> Execute(StreamId stream, ErrandCommand command, Caller caller, CancellationToken cancellationToken = default)
    {
        var session = new AggregateSession<Errand, ErrandCommand, ErrandEvent, ErrandView>(Errand.Type, stream, _services);
        await session.Load(cancellationToken);
        return await session.Execute(command, caller, cancellationToken);
    }

    /// <inheritdoc />
    public bool MayPass(Exception failure) => failure is TimeoutException or EventStoreException or StreamConflictException;

    /// <inheritdoc />
    public Task<StreamFacts> Read(StreamId stream, EquatableList<WantedFact> wanted, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _committer.DisposeAsync();
}
