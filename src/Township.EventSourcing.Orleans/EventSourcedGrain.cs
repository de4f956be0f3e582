using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Township.EventSourcing;

/// <summary>
/// Base class for the grain of an aggregate. A derived class only names its types:
/// <code>
/// [GrainType("draw")]
/// public sealed class DrawGrain(SessionServices services)
///     : EventSourcedGrain&lt;Draw, DrawCommand, DrawEvent, DrawView&gt;(services), IDrawGrain;
/// </code>
/// The grain type must be the aggregate's category, because the grain id is the stream name.
/// </summary>
/// <remarks>
/// Reentrant by design: commands that arrive while a commit is in flight are decided on the tentative state and share the next batch. It
/// does not rely on single activation: the store decides which writer gets a version. The other one reads the stream and decides again, at
/// most three times; then it answers with <see cref="FailureKind.Conflict"/> and deactivates.
/// </remarks>
[Reentrant]
public abstract partial class EventSourcedGrain<TState, TCommand, TEvent, TView>(SessionServices services)
    : Grain, IAggregateGrain<TCommand, TView>, IFactSource, ICommandTarget, IGrainMigrationParticipant
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : Command
    where TEvent : class
    where TView : class
{
    const string CarriedState = "township.session";

    const int MostAttempts = 4;

    StreamId? _stream;
    AggregateSession<TState, TCommand, TEvent, TView>? _session;
    Task? _loading;
    Snapshot? _carried;

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // A key that is not part of a valid stream name has no history; Execute and the queries refuse it.
        if (!StreamId.TryParse($"{TState.Category}/{this.GetPrimaryKeyString()}", out _stream)) return;
        try
        {
            await Load(cancellationToken);
        }
        catch (Exception e) when (e.ForClients() is { } failure)
        {
            throw Told(e, failure);
        }
    }

    /// <inheritdoc />
    public async Task<Outcome> Execute(TCommand command, CancellationToken cancellationToken = default)
    {
        if (_stream is null) return Outcome.Refused(0, UnknownKey());
        var caller = CallerContext.Current
            ?? throw new AggregateFailureException(FailureKind.InvalidCaller, "The call names no caller: use CallerContext.Use(actor).");
        using var activity = TownshipDiagnostics.Activities.StartActivity("execute");
        activity?.SetTag("township.stream", _stream.ToString()).SetTag("township.command", command?.GetType().Name);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await (await Current()).Execute(command!, caller, cancellationToken);
            }
            catch (StreamConflictException) when (attempt < MostAttempts)
            {
                // Another writer was faster, or a guarded fact has changed: decide again on the new state, with a new time.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(20 * attempt)), cancellationToken);
            }
            catch (Exception e) when (e.ForClients() is { } failure)
            {
                if (e is StreamConflictException) DeactivateOnIdle();
                throw Told(e, failure);
            }
        }
    }

    /// <inheritdoc />
    public Task<Outcome> ExecuteAny(Command command, CancellationToken cancellationToken = default) => command is null or TCommand
        ? Execute((TCommand)command!, cancellationToken)
        : throw new AggregateFailureException(FailureKind.Internal, $"{command.GetType()} is not a command of '{TState.Category}'.");

    /// <inheritdoc />
    public Task<Versioned<TView>> View(CancellationToken cancellationToken = default) => ForClients(async () =>
    {
        var session = await Known();
        var (state, version) = (session.State, session.Version);
        await Refuse(ReadKind.View, session, state, null, cancellationToken);
        return await Shown(state, version, session.Stream, cancellationToken);
    });

    /// <inheritdoc />
    public Task<Versioned<TView>> ViewAsOf(long version, CancellationToken cancellationToken = default) => ForClients(async () =>
    {
        var session = await Known();
        await Refuse(ReadKind.View, session, session.State, null, cancellationToken);
        var (state, at) = await session.AsOf(version, cancellationToken);
        await Refuse(ReadKind.View, session, session.State, state, cancellationToken);
        return await Shown(state, at, session.Stream, cancellationToken);
    });

    /// <inheritdoc />
    public async IAsyncEnumerable<HistoryEntry> History(
        long afterVersion = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var entries = Entries(afterVersion, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await ForClients(async () => await entries.MoveNextAsync())) yield return entries.Current;
    }

    /// <inheritdoc />
    public async Task<FactsRead> Read(FactWanted[] wanted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (_stream is null) throw new QueryRefusedException(UnknownKey());
        try
        {
            var facts = (await Current()).FactsOf([.. wanted.Select(w => new WantedFact(w.Name, w.Schema))]);
            return new(
                facts.Head.Version, facts.Head.Hash.Span.ToArray(), [.. facts.Items.Select(f => new FactRead(f.Schema, f.Data.Memory))]);
        }
        catch (Exception e) when (e.ForClients() is { } failure)
        {
            throw Told(e, failure);
        }
    }

    /// <inheritdoc />
    public void OnDehydrate(IDehydrationContext dehydrationContext)
    {
        ArgumentNullException.ThrowIfNull(dehydrationContext);
        if (_session is { Lost: false, Version: > 0 } session)
            dehydrationContext.TryAddValue(CarriedState, CarriedSnapshot.Of(session.Suspend()));
    }

    /// <inheritdoc />
    public void OnRehydrate(IRehydrationContext rehydrationContext)
    {
        ArgumentNullException.ThrowIfNull(rehydrationContext);
        if (rehydrationContext.TryGetValue(CarriedState, out CarriedSnapshot? carried)) _carried = carried?.ToSnapshot();
    }

    async IAsyncEnumerable<HistoryEntry> Entries(long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var session = await Known();
        await Refuse(ReadKind.History, session, session.State, null, cancellationToken);
        await foreach (var commit in
            services.Store.ReadStream(session.Stream, new(Math.Max(0, afterVersion) + 1, session.Version), cancellationToken))
            yield return HistoryEntry.Of(
                commit, await Opened(commit.Command.Message, session.Stream, cancellationToken),
                await Opened(commit.Events, session.Stream, cancellationToken));
    }

    // Concurrent calls that find the session lost share one load. It uses no caller's cancellation token, so that no caller
    // can cancel it for the others.
    async ValueTask<AggregateSession<TState, TCommand, TEvent, TView>> Current()
    {
        if (_session is not { Lost: false })
        {
            var loading = _loading ??= Load(CancellationToken.None);
            try
            {
                await loading;
            }
            finally
            {
                if (_loading == loading) _loading = null;
            }
        }

        return _session!;
    }

    async Task Load(CancellationToken cancellationToken)
    {
        var session = new AggregateSession<TState, TCommand, TEvent, TView>(
            AggregateType<TState, TCommand, TEvent, TView>.Instance, _stream!, services);
        await (_carried is { } carried ? session.Resume(carried, cancellationToken) : session.Load(cancellationToken));
        (_session, _carried) = (session, null);
    }

    async Task<T> ForClients<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (e.ForClients() is { } failure)
        {
            throw Told(e, failure);
        }
    }

    AggregateFailureException Told(Exception e, AggregateFailureException failure)
    {
        if (failure.Kind == FailureKind.Internal) LogBug(services.Log, e, _stream);
        return failure;
    }

    // Readers see personal texts as long as the keys exist. In facts they stay sealed.
    async ValueTask<Versioned<TView>> Shown(TState state, long version, StreamId stream, CancellationToken cancellationToken)
    {
        var type = AggregateType<TState, TCommand, TEvent, TView>.Instance;
        if (services.PersonalData is not { } vault || !type.ViewHoldsPersonalTexts) return new(version, TState.View(state, stream));
        return new(version, type.ReadView(await vault.Open(type.WriteView(state, stream), stream.Township, cancellationToken)));
    }

    async ValueTask<StoredMessage> Opened(StoredMessage stored, StreamId stream, CancellationToken cancellationToken) =>
        services.PersonalData is { } vault
            ? stored with { Data = await vault.Open(stored.Data, stream.Township, cancellationToken) }
            : stored;

    async ValueTask<EquatableList<StoredMessage>> Opened(
        EquatableList<StoredMessage> events, StreamId stream, CancellationToken cancellationToken)
    {
        var opened = new List<StoredMessage>();
        foreach (var e in events) opened.Add(await Opened(e, stream, cancellationToken));
        return opened.ToEquatableList();
    }

    ValueTask<AggregateSession<TState, TCommand, TEvent, TView>> Known() =>
        _stream is null ? throw new QueryRefusedException(UnknownKey()) : Current();

    async ValueTask Refuse(
        ReadKind kind, AggregateSession<TState, TCommand, TEvent, TView> session, TState state, TState? shown,
        CancellationToken cancellationToken)
    {
        var actor = CallerContext.Current?.Actor ?? Actor.Anonymous;
        if (await TState.Reading.Refuse(kind, state, session.Stream, actor, services.Facts, shown, cancellationToken) is { } refusal)
            throw new QueryRefusedException(refusal);
    }

    Refusal UnknownKey() => KernelRefusals.UnknownKey.With(UnicodeText.Printable(this.GetPrimaryKeyString(), 80));

    [LoggerMessage(LogLevel.Error, "{Stream}: a call failed with an unexpected exception")]
    static partial void LogBug(ILogger log, Exception failure, StreamId? stream);
}
