using Township.DeductionProposals;
using Township.Promises;
using static Township.Promises.PromiseEvent;

namespace Township.Reactions;

/// <summary>
/// Flow 1: an overdue promise leads to a proposed deduction, which a named leader confirms or dismisses. A promise that was withdrawn as an
/// error, or was in fact fulfilled in time, takes back the proposals that have not been decided yet.
/// </summary>
/// <remarks>
/// One proposal for each missed due day, identified by its id (<see cref="DeductionId"/>), however often it is proposed. A new version
/// would read the whole history again and change nothing.
/// </remarks>
public sealed class PromiseOverdueDeductions(IGrainFactory grains, IEventReader store) : CommandReaction(grains, store)
{
    static readonly MessageCatalogue<PromiseEvent> Events = Promise.Type.Events;

    // Refusals that belong to the flow: the proposal was reversed meanwhile, already proposed, or decided before the reversal.
    static readonly string[] Settled =
    [
        DeductionProposalRefusals.NoGrounds.Code, DeductionProposalRefusals.AlreadyProposed.Code,
        DeductionProposalRefusals.NotProposed.Code, DeductionProposalRefusals.Decided.Code,
    ];

    public override string Name => "promise_overdue_deductions";

    public override int Version => 1;

    public override EquatableList<string>? Categories => [Promise.Category];

    /// <summary>Handles commits of promises, in their order.</summary>
    /// <exception cref="InvalidOperationException">A command was refused for a reason that is not part of the flow, or its id was used by
    /// another sender. An operator must examine it.
    /// </exception>
    public override async Task React(IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commits);
        foreach (var commit in commits)
        {
            if (PromiseId.Find(commit.Stream.Id) is not { } promise)
                throw new FormatException($"'{commit.Stream}' is not the stream of a promise.");
            using var acting = ActingOn(commit, commit.Stream.Township);
            foreach (var (index, stored) in commit.Events.Index())
                await React(promise, commit, Events.Deserialize(stored), index, cancellationToken);
        }
    }

    Task React(PromiseId promise, RecordedCommit commit, PromiseEvent e, int index, CancellationToken cancellationToken) => e switch
    {
        BecameOverdue overdue => Propose(promise, overdue, commit, index, cancellationToken),
        Withdrawn => Reverse(promise, commit, index, "限时承诺已撤回。", cancellationToken),
        Fulfilled { Late: false } => Reverse(promise, commit, index, "限时承诺经核实已按期兑现。", cancellationToken),
        // A late fulfilment was still a miss, and an extension does not undo an earlier one.
        Made or Reminded or Extended or Fulfilled => Task.CompletedTask,
        _ => throw new System.Diagnostics.UnreachableException($"{e.GetType().Name} is not handled."),
    };

    async Task Propose(PromiseId promise, BecameOverdue overdue, RecordedCommit commit, int index, CancellationToken cancellationToken)
    {
        await ViewAfter(commit, cancellationToken);
        var source = new DeductionSource(commit.Stream.ToString(), commit.FirstVersion + index, commit.Events[index].Name);
        var propose = new DeductionProposalCommand.Propose(
            source, PersonalText.About(overdue.OwnerId, $"限时承诺 {promise} 应于 {LocalTime.Show(overdue.Due)} 前兑现,已逾期。"));
        await Send(commit, new(promise, overdue.DueNumber), propose, index, cancellationToken);
    }

    // The promise has ended, so its due days no longer change.
    async Task Reverse(PromiseId promise, RecordedCommit commit, int index, string reason, CancellationToken cancellationToken)
    {
        var view = await ViewAfter(commit, cancellationToken);
        foreach (var due in view.Dues.Where(d => d.OverdueOn is not null && !view.WasMissed(d.Number)))
            await Send(
                commit, new(promise, due.Number), new DeductionProposalCommand.Withdraw(reason), index + due.Number, cancellationToken);
    }

    // The store has the commit a moment before its grain shows it. A proposal decided on the earlier view would be refused
    // permanently for lack of grounds.
    async Task<PromiseView> ViewAfter(RecordedCommit commit, CancellationToken cancellationToken)
    {
        var (version, view) = await Grains.GetGrain<IPromiseGrain>(commit.Stream.Key).View(cancellationToken);
        return version >= commit.LastVersion
            ? view
            : throw new AggregateFailureException(
                FailureKind.Unavailable, $"{commit.Stream} shows version {version}, but version {commit.LastVersion} is stored.");
    }

    async Task Send(
        RecordedCommit commit, DeductionId id, DeductionProposalCommand command, int number, CancellationToken cancellationToken)
    {
        var proposal = Grains.GetGrain<IDeductionProposalGrain>($"{commit.Stream.Township}/{id}");
        var outcome = await Send(commit, proposal, command, number, cancellationToken);
        if (outcome.Refusal is { } refusal && !Settled.Contains(refusal.Code, StringComparer.Ordinal))
            throw new InvalidOperationException(
                $"{commit.Stream} at {commit.Position} led to a refused {command.GetType().Name}: {refusal}");
    }
}
