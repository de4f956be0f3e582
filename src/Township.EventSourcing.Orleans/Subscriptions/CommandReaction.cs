namespace Township.EventSourcing;

/// <summary>
/// A reaction that sends commands to aggregates in its own name. Each command's id is derived from the commit that it responds to, so that
/// a reaction that runs again after a crash, an upgrade or a lost checkpoint carries nothing out twice. A stored command with such an id
/// counts as done only when this reaction sent it.
/// </summary>
/// <param name="grains">Finds the aggregates.</param>
/// <param name="store">The store in which the aggregates keep their commits; not a replica.</param>
public abstract class CommandReaction(IGrainFactory grains, IEventReader store) : IReaction
{
    /// <inheritdoc />
    public abstract string Name { get; }

    /// <inheritdoc />
    public abstract int Version { get; }

    /// <inheritdoc />
    public virtual EquatableList<string>? Categories => null;

    /// <summary>The roles in which it acts. Default: <see cref="Actor.SystemRole"/>.</summary>
    protected virtual EquatableList<string> ActsAs => [Actor.SystemRole];

    /// <summary>The grain factory.</summary>
    protected IGrainFactory Grains => grains;

    /// <inheritdoc />
    public abstract Task React(IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken);

    /// <summary>Makes grain calls act for this reaction, caused by a commit, until disposed.</summary>
    /// <param name="source">The commit that it reacts to.</param>
    /// <param name="township">The township in which it acts.</param>
    protected IDisposable ActingOn(RecordedCommit source, string township)
    {
        ArgumentNullException.ThrowIfNull(source);
        return CallerContext.Use(new(Name, township, ActsAs), source.Content.CorrelationId, CauseOf(source));
    }

    /// <summary>Sends the n-th command that follows from a commit.</summary>
    /// <param name="source">The commit that it reacts to.</param>
    /// <param name="target">The aggregate.</param>
    /// <param name="command">The command; this method sets its id.</param>
    /// <param name="number">Distinguishes several commands of one commit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The outcome. <see cref="OutcomeKind.Repeated"/> when this reaction sent the command before because of the same commit, even
    /// if its code then wrote other content.
    /// </returns>
    /// <exception cref="InvalidOperationException">Another sender has used the command's id. An operator must examine it.</exception>
    /// <exception cref="AggregateFailureException">The system failed. The runner tries again when that can help.</exception>
    protected async Task<Outcome> Send<TCommand, TView>(
        RecordedCommit source, IAggregateGrain<TCommand, TView> target, TCommand command, int number, CancellationToken cancellationToken)
        where TCommand : Command
        where TView : class
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(command);
        var grain = target.GetGrainId();
        var stream = StreamId.Parse($"{grain.Type}/{grain.Key}");
        var id = DerivedIds.Of(Name, source, number);
        using var acting = ActingOn(source, stream.Township);
        var outcome = await target.Execute(command with { CommandId = id }, cancellationToken);
        if (outcome.Kind != OutcomeKind.Repeated && outcome.Refusal?.Code != KernelRefusals.IdReused.Code) return outcome;
        var stored = await store.FindCommand(stream, id, cancellationToken)
            ?? throw new AggregateFailureException(FailureKind.Unavailable, $"{stream}: another command with the id {id} is in flight.");
        if (IsOwn(stored, source)) return new(OutcomeKind.Repeated, stored.LastVersion);
        throw new InvalidOperationException(
            $"{source.Stream} at {source.Position} leads to {command.GetType().Name} in {stream}, "
            + $"and the command's id {id} was used by {stored.Actor.Subject} "
            + $"for {stored.Content.CommandName}: not by this reaction, or for another reason. It is not taken for done.");
    }

    bool IsOwn(RecordedCommit stored, RecordedCommit source) =>
        stored.Actor.IsPerson(Name, stored.Stream) && stored.Actor.Roles == ActsAs && stored.Content.CausationId == CauseOf(source);

    static string CauseOf(RecordedCommit source) => source.Command.Id.ToString();
}
