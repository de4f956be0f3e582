using Township.DeductionProposals;
using Township.Promises;
using static Township.Promises.PromiseEvent;

namespace Township.Reactions;

/// <summary>
/// Flow 1: a promise that became overdue leads to a proposed deduction, which a named leader confirms or dismisses; a promise that was
/// withdrawn as an error, or turned out to have been fulfilled in time, takes back what nobody has decided on yet.
/// </summary>
/// <remarks>
/// One proposal for each due day that was missed, by its id (<see cref="DeductionId"/>), whoever proposes and however often. A new version
/// would read the whole history again and change nothing.
/// </remarks>
public sealed class PromiseOverdueDeductions(IGrainFactory grains, IEventReader store) : CommandReaction(grains, store)
{
    static readonly MessageCatalogue<PromiseEvent> Events = Promise.Type.Events;

    // What reads like a no is the flow's own course: it was reversed meanwhile, somebody else proposed it, or decided before it was
    // reversed.
    static readonly string[] Settled =
    [
        DeductionProposalRefusals.NoGrounds.Code, DeductionProposalRefusals.AlreadyProposed.Code,
        DeductionProposalRefusals.NotProposed.Code, DeductionProposalRefusals.Decided.Code,
    ];

    public override string Name => "promise_overdue_deductions";

    public override int Version => 1;

    public override EquatableList<string>? Categories => [Promise.Category];

    /// <summary>Acts on commits of promises, in their order.</summary>
    /// <exception cref="InvalidOperationException">A command was refused for a reason that is not part of the flow, or its id was used by
    /// somebody else: a person must look.
    /// </exception>
    public override async Task React(IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commits);
        foreach (var commit in commits)
        {
            if (PromiseId.Find(commit.Stream.Id) is not { } promise) throw new FormatException($"'{commit.Stream}' is not the stream of a promise.");
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
        // Fulfilled late it was still missed, and an extension does not undo what passed before it.
        Made or Reminded or Extended or Fulfilled => Task.CompletedTask,
        _ => throw new System.Diagnostics.UnreachableException($"{e.GetType().Name} is not handled."),
    };

    async Task Propose(PromiseId promise, BecameOverdue overdue, RecordedCommit commit, int index, CancellationToken cancellationToken)
    {
        await ViewAfter(commit, cancellationToken);
        var source = new DeductionSource(commit.Stream.ToString(), commit.FirstVersion + index, commit.Events[index].Name);
        var propose = new DeductionProposalCommand.Propose(source, PersonalText.About(overdue.OwnerId, $"限时承诺 {promise} 应于 {LocalTime.Show(overdue.Due)} 前兑现,已逾期。"));
        await Send(commit, new(promise, overdue.DueNumber), propose, index, cancellationToken);
    }

    // The promise has ended: its due days are the same whenever this is read.
    async Task Reverse(PromiseId promise, RecordedCommit commit, int index, string reason, CancellationToken cancellationToken)
    {
        var view = await ViewAfter(commit, cancellationToken);
        foreach (var due in view.Dues.Where(d => d.OverdueOn is not null && !view.WasMissed(d.Number)))
            await Send(commit, new(promise, due.Number), new DeductionProposalCommand.Withdraw(reason), index + due.Number, cancellationToken);
    }

    // The store has the commit a moment before its grain shows it. A proposal decided on the view before it would find no grounds, for
    // ever.
    async Task<PromiseView> ViewAfter(RecordedCommit commit, CancellationToken cancellationToken)
    {
        var (version, view) = await Grains.GetGrain<IPromiseGrain>(commit.Stream.Key).View(cancellationToken);
        return version >= commit.LastVersion
            ? view
            : throw new AggregateFailureException(FailureKind.Unavailable, $"{commit.Stream} shows version {version}, and {commit.LastVersion} is stored.");
    }

    async Task Send(RecordedCommit commit, DeductionId id, DeductionProposalCommand command, int number, CancellationToken cancellationToken)
    {
        var proposal = Grains.GetGrain<IDeductionProposalGrain>($"{commit.Stream.Township}/{id}");
        var outcome = await Send(commit, proposal, command, number, cancellationToken);
        if (outcome.Refusal is { } refusal && !Settled.Contains(refusal.Code, StringComparer.Ordinal))
            throw new InvalidOperationException($"{commit.Stream} at {commit.Position} led to a refused {command.GetType().Name}: {refusal}");
    }
}
