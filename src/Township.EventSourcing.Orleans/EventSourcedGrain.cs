using System.Runtime.CompilerServices;
using Orleans.Concurrency;

namespace Township.EventSourcing;

/// <summary>
/// An aggregate as a grain. Derive, name the aggregate, done:
/// <code>
/// [GrainType("draw")]
/// public sealed class DrawGrain(SessionServices services) : EventSourcedGrain&lt;Draw, DrawCommand, DrawEvent, DrawView&gt;(services), IDrawGrain;
/// </code>
/// The grain type must be the aggregate's category, so that the grain id is the stream name.
/// </summary>
/// <remarks>
/// Reentrant on purpose: commands that arrive while a commit is in flight are decided on the tentative state and share
/// the next batch. Single activation is not relied upon: the store decides who wins a version; the loser answers with
/// <see cref="FailureKind.Conflict"/>, deactivates, and the next call reads the stream again.
/// </remarks>
[Reentrant]
public abstract class EventSourcedGrain<TState, TCommand, TEvent, TView>(SessionServices services)
    : Grain, IAggregateGrain<TCommand, TView>, IInputSource, ICommandTarget, IGrainMigrationParticipant
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : Command
    where TEvent : class
    where TView : class
{
    const string CarriedState = "township.session";

    AggregateSession<TState, TCommand, TEvent, TView>? _session;
    Snapshot? _carried;

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // A key that names no stream has no history; Execute and the queries refuse it by name.
        if (!StreamId.TryParse($"{TState.Category}/{this.GetPrimaryKeyString()}", out var stream)) return;
        var session = new AggregateSession<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView>.Instance, stream, services);
        try
        {
            await (_carried is { } carried ? session.Resume(carried, cancellationToken) : session.Load(cancellationToken));
        }
        catch (Exception e) when (e.ForClients() is { } failure)
        {
            throw failure;
        }

        (_session, _carried) = (session, null);
    }

    /// <inheritdoc />
    public async Task<Outcome> Execute(TCommand command, CancellationToken cancellationToken = default)
    {
        if (_session is not { } session) return Outcome.Refused(0, UnknownKey());
        var caller = CallerContext.Current ?? throw new AggregateFailureException(FailureKind.InvalidCaller, "The call names no caller: use CallerContext.Use(actor).");
        using var activity = TownshipDiagnostics.Activities.StartActivity("execute");
        activity?.SetTag("township.stream", session.Stream.ToString()).SetTag("township.command", command?.GetType().Name);
        try
        {
            return await session.Execute(command!, caller, cancellationToken);
        }
        catch (Exception e) when (e.ForClients() is { } failure)
        {
            throw failure;
        }
        finally
        {
            if (session.Lost) DeactivateOnIdle();
        }
    }

    /// <inheritdoc />
    public async Task<Versioned<TView>> View(CancellationToken cancellationToken = default)
    {
        var session = Known();
        var (state, version) = (session.State, session.Version);
        try
        {
            await Refuse(ReadKind.View, session, state, null, cancellationToken);
            return await Shown(state, version, session.Stream, cancellationToken);
        }
        catch (Exception e) when (e.ForClients() is { } failure)
        {
            throw failure;
        }
    }

    /// <inheritdoc />
    public Task<Outcome> ExecuteAny(Command command, CancellationToken cancellationToken = default) => Execute((TCommand)command, cancellationToken);

    /// <inheritdoc />
    public async Task<Versioned<TView>> ViewAsOf(long version, CancellationToken cancellationToken = default)
    {
        var session = Known();
        try
        {
            await Refuse(ReadKind.View, session, session.State, null, cancellationToken);
            var (state, at) = await session.AsOf(version, cancellationToken);
            await Refuse(ReadKind.View, session, session.State, state, cancellationToken);
            return await Shown(state, at, session.Stream, cancellationToken);
        }
        catch (Exception e) when (e.ForClients() is { } failure)
        {
            throw failure;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<HistoryEntry> History(long afterVersion = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var session = Known();
        try
        {
            await Refuse(ReadKind.History, session, session.State, null, cancellationToken);
        }
        catch (Exception e) when (e.ForClients() is { } failure)
        {
            throw failure;
        }

        await foreach (var commit in services.Store.ReadStream(session.Stream, new(Math.Max(0, afterVersion) + 1, session.Version), cancellationToken))
            yield return HistoryEntry.Of(commit, await Opened(commit.Command.Message, session.Stream, cancellationToken), await Opened(commit.Events, session.Stream, cancellationToken));
    }

    /// <inheritdoc />
    public Task<CapturedView> Capture(CancellationToken cancellationToken = default) => Task.FromResult(_session is { } session
        ? new CapturedView(session.Version, AggregateType<TState, TCommand, TEvent, TView>.Instance.WriteView(session.State, session.Stream).Memory)
        : throw new QueryRefusedException(UnknownKey()));

    /// <inheritdoc />
    public void OnDehydrate(IDehydrationContext dehydrationContext)
    {
        ArgumentNullException.ThrowIfNull(dehydrationContext);
        if (_session is { Lost: false, Version: > 0 } session) dehydrationContext.TryAddValue(CarriedState, CarriedSnapshot.Of(session.Suspend()));
    }

    /// <inheritdoc />
    public void OnRehydrate(IRehydrationContext rehydrationContext)
    {
        ArgumentNullException.ThrowIfNull(rehydrationContext);
        if (rehydrationContext.TryGetValue(CarriedState, out CarriedSnapshot? carried)) _carried = carried?.ToSnapshot();
    }

    // Readers see texts about people for as long as the keys exist. Captured views keep them sealed.
    async ValueTask<Versioned<TView>> Shown(TState state, long version, StreamId stream, CancellationToken cancellationToken)
    {
        var type = AggregateType<TState, TCommand, TEvent, TView>.Instance;
        if (services.PersonalData is not { } vault || !type.ViewHoldsPersonalTexts) return new(version, TState.View(state, stream));
        return new(version, type.ReadView(await vault.Open(type.WriteView(state, stream), stream.Township, cancellationToken)));
    }

    async ValueTask<StoredMessage> Opened(StoredMessage stored, StreamId stream, CancellationToken cancellationToken) =>
        services.PersonalData is { } vault ? stored with { Data = await vault.Open(stored.Data, stream.Township, cancellationToken) } : stored;

    async ValueTask<EquatableList<StoredMessage>> Opened(EquatableList<StoredMessage> events, StreamId stream, CancellationToken cancellationToken)
    {
        var opened = new List<StoredMessage>();
        foreach (var e in events) opened.Add(await Opened(e, stream, cancellationToken));
        return opened.ToEquatableList();
    }

    AggregateSession<TState, TCommand, TEvent, TView> Known() => _session ?? throw new QueryRefusedException(UnknownKey());

    async ValueTask Refuse(ReadKind kind, AggregateSession<TState, TCommand, TEvent, TView> session, TState state, TState? shown, CancellationToken cancellationToken)
    {
        var actor = CallerContext.Current?.Actor ?? Actor.Anonymous;
        if (await TState.Reading.Refuse(kind, state, session.Stream, actor, services.Inputs, shown, cancellationToken) is { } refusal)
            throw new QueryRefusedException(refusal);
    }

    Refusal UnknownKey() => KernelRefusals.UnknownKey.With(UnicodeText.Printable(this.GetPrimaryKeyString(), 80));
}
