namespace Township.EventSourcing;

/// <summary>A named reader of the global order with the checkpoint store that keeps its record. Thread-safe.</summary>
public abstract class Subscription
{
    readonly string? _content;

    private protected Subscription(string name, int version, ICheckpointStore checkpoints, string? content = null)
    {
        if (!TableNames.IsValid(name)) throw new ArgumentException($"'{name}' is no name of a subscription: use a-z, 0-9 and '_', at most {TableNames.MaxLength}.", nameof(name));
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        (Name, Version, Checkpoints, _content) = (name, content is null ? version : 0, checkpoints, content);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The version of its code; 0 until it is known where the content tells (<see cref="FindVersion"/>).</summary>
    public int Version { get; private set; }

    /// <summary>Where its record is kept.</summary>
    public ICheckpointStore Checkpoints { get; }

    /// <summary>The names under which queries know its tables.</summary>
    public abstract EquatableList<string> Tables { get; }

    /// <summary>The categories of streams that it is told of; null for all.</summary>
    public abstract EquatableList<string>? Categories { get; }

    /// <summary>A projection with its rows and checkpoint in a checkpoint store.</summary>
    /// <exception cref="ArgumentException">A name or the version does not have the documented shape.</exception>
    public static Subscription Of<TTransaction>(IProjection<TTransaction> projection, ICheckpointStore<TTransaction> checkpoints)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(checkpoints);
        return new ProjectionSubscription<TTransaction>(projection, checkpoints);
    }

    /// <summary>A reaction with its checkpoint in a checkpoint store.</summary>
    /// <param name="reaction">What acts.</param>
    /// <param name="checkpoints">Where its checkpoint is kept.</param>
    /// <param name="mayPass">
    /// Which of its failures pass by themselves, such as those of a server that is away: they are waited out, like a store's
    /// own. Any other one stops the subscription. Default: none.
    /// </param>
    /// <exception cref="ArgumentException">The name or the version does not have the documented shape.</exception>
    public static Subscription Of(IReaction reaction, ICheckpointStore checkpoints, Func<Exception, bool>? mayPass = null)
    {
        ArgumentNullException.ThrowIfNull(reaction);
        ArgumentNullException.ThrowIfNull(checkpoints);
        return new ReactionSubscription(reaction, checkpoints, mayPass ?? (_ => false));
    }

    /// <summary>
    /// Finds the version of the content, in a prepared checkpoint store, and numbers it if it is new. Does nothing where the version is known.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The checkpoint store cannot be reached now.</exception>
    public async Task FindVersion(CancellationToken cancellationToken = default)
    {
        if (Version == 0) await Checkpoints.Change(Name, Numbered, cancellationToken);
    }

    /// <summary>The record in which the content has a number, which is the version from then on.</summary>
    internal SubscriptionRecord Numbered(SubscriptionRecord record)
    {
        if (_content is null) return record;
        record = record.WithContent(_content);
        Version = record.VersionOf(_content)!.Value;
        return record;
    }

    internal abstract Task<SubscriptionRecord> Begin(SubscriptionLease lease, int build, CancellationToken cancellationToken);

    /// <exception cref="HandlingException">The author's code failed; nothing was written.</exception>
    internal abstract Task<SubscriptionRecord> Apply(SubscriptionLease lease, SubscriptionBuild build, SubscriptionBatch batch, CancellationToken cancellationToken);

    internal abstract Task<SubscriptionRecord> Publish(SubscriptionLease lease, int build, CancellationToken cancellationToken);

    internal abstract Task<SubscriptionRecord> Drop(SubscriptionLease lease, SubscriptionBuild build, CancellationToken cancellationToken);
}

/// <summary>What a build is to handle next.</summary>
/// <param name="Commits">In order, without those that are skipped.</param>
/// <param name="To">Where it stands afterwards.</param>
/// <param name="Now">When.</param>
/// <param name="Store">Where they come from.</param>
sealed record SubscriptionBatch(IReadOnlyList<RecordedCommit> Commits, LogHead To, DateTimeOffset Now, IEventReader Store);

/// <summary>The code of a subscription's author failed, or its tables are not what they should be; the checkpoint store itself works.</summary>
sealed class HandlingException(Exception cause) : Exception(cause.Message, cause)
{
    public string Reason => $"{InnerException!.GetType().Name}: {InnerException.Message}";
}

sealed class ProjectionSubscription<TTransaction>(IProjection<TTransaction> projection, ICheckpointStore<TTransaction> checkpoints)
    : Subscription(projection.Name, projection.Version, checkpoints, projection.Content)
{
    public override EquatableList<string> Tables { get; } = projection.Tables.All(TableNames.IsValid)
        ? projection.Tables
        : throw new ArgumentException($"The tables of '{projection.Name}' have names that are not valid: {projection.Tables}.", nameof(projection));

    public override EquatableList<string>? Categories => projection.Categories;

    internal override Task<SubscriptionRecord> Begin(SubscriptionLease lease, int build, CancellationToken cancellationToken) => checkpoints.Change(
        Name,
        async (transaction, record) =>
        {
            var next = record.Begin(lease, build, Tables);
            await Run(() => projection.Create(transaction, new(build, Tables), cancellationToken));
            return next;
        },
        cancellationToken);

    internal override Task<SubscriptionRecord> Apply(SubscriptionLease lease, SubscriptionBuild build, SubscriptionBatch batch, CancellationToken cancellationToken) => checkpoints.Change(
        Name,
        async (transaction, record) =>
        {
            var next = record.Advance(lease, build.Number, build.Checkpoint, batch.To, batch.Now);
            if (batch.Commits.Count > 0) await Run(() => projection.Apply(transaction, build.TableNames, batch.Commits, batch.Store, cancellationToken));
            return next;
        },
        cancellationToken);

    internal override Task<SubscriptionRecord> Publish(SubscriptionLease lease, int build, CancellationToken cancellationToken) => checkpoints.Change(
        Name,
        async (transaction, record) =>
        {
            var next = record.Publish(lease, build);
            await Run(() => checkpoints.Publish(transaction, next.Live!.TableNames, record.Live?.TableNames, cancellationToken));
            return next;
        },
        cancellationToken);

    internal override Task<SubscriptionRecord> Drop(SubscriptionLease lease, SubscriptionBuild build, CancellationToken cancellationToken) => checkpoints.Change(
        Name,
        async (transaction, record) =>
        {
            var next = record.Drop(lease, build.Number);
            await Run(() => checkpoints.Drop(transaction, build.TableNames, cancellationToken));
            return next;
        },
        cancellationToken);

    async Task Run(Func<Task> handler)
    {
        try
        {
            await handler();
        }
        catch (Exception e) when (e is not OperationCanceledException && !checkpoints.MayPass(e))
        {
            throw new HandlingException(e);
        }
    }
}

sealed class ReactionSubscription(IReaction reaction, ICheckpointStore checkpoints, Func<Exception, bool> mayPass) : Subscription(reaction.Name, reaction.Version, checkpoints)
{
    public override EquatableList<string> Tables => [];

    public override EquatableList<string>? Categories => reaction.Categories;

    internal override Task<SubscriptionRecord> Begin(SubscriptionLease lease, int build, CancellationToken cancellationToken) =>
        Checkpoints.Change(Name, record => record.Begin(lease, build, []), cancellationToken);

    internal override async Task<SubscriptionRecord> Apply(SubscriptionLease lease, SubscriptionBuild build, SubscriptionBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            if (batch.Commits.Count > 0) await reaction.React(batch.Commits, cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnavailableException) && !mayPass(e))
        {
            throw new HandlingException(e);
        }

        return await Checkpoints.Change(Name, record => record.Advance(lease, build.Number, build.Checkpoint, batch.To, batch.Now), cancellationToken);
    }

    internal override Task<SubscriptionRecord> Publish(SubscriptionLease lease, int build, CancellationToken cancellationToken) =>
        Checkpoints.Change(Name, record => record.Publish(lease, build), cancellationToken);

    internal override Task<SubscriptionRecord> Drop(SubscriptionLease lease, SubscriptionBuild build, CancellationToken cancellationToken) =>
        Checkpoints.Change(Name, record => record.Drop(lease, build.Number), cancellationToken);
}
