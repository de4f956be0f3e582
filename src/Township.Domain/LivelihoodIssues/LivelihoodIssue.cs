using System.Diagnostics;
using static Township.LivelihoodIssues.LivelihoodIssueEvent;

namespace Township.LivelihoodIssues;

/// <summary>A livelihood issue 实事好事 (§0): a problem raised by the public, its measures, owner, deadline and result.</summary>
public abstract partial record LivelihoodIssue : IAggregate<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>
{
    private LivelihoodIssue() { }

    public sealed record Unraised : LivelihoodIssue;

    /// <summary>Raised or reopened; the township says what it does about it.</summary>
    /// <param name="File">What is on record.</param>
    public sealed record Waiting(LivelihoodFile File) : LivelihoodIssue;

    /// <summary>Accepted.</summary>
    /// <param name="File">What is on record.</param>
    /// <param name="Plan">What is done, by whom, by when.</param>
    /// <param name="OverdueOn">When its deadline was marked as passed.</param>
    /// <param name="Progress">The newest report.</param>
    public sealed record Working(LivelihoodFile File, Accepted Plan, DateOnly? OverdueOn, PersonalText? Progress) : LivelihoodIssue;

    /// <summary>Declined 不予受理.</summary>
    /// <param name="File">What is on record.</param>
    /// <param name="Verdict">Why.</param>
    public sealed record Turned(LivelihoodFile File, Declined Verdict) : LivelihoodIssue;

    /// <summary>Reported done; the public has not confirmed it.</summary>
    /// <param name="Work">How it was worked on.</param>
    /// <param name="Result">What came of it.</param>
    public sealed record Delivered(Working Work, Finished Result) : LivelihoodIssue;

    /// <summary>Confirmed by the public.</summary>
    /// <param name="Work">How it was worked on.</param>
    /// <param name="Result">What came of it.</param>
    /// <param name="Verdict">What was said.</param>
    public sealed record Settled(Working Work, Finished Result, Confirmed Verdict) : LivelihoodIssue;

    public static string Category => "livelihood";

    public static LivelihoodIssue Initial => new Unraised();

    public static LivelihoodIssue Evolve(LivelihoodIssue state, LivelihoodIssueEvent e) => (state, e) switch
    {
        (Unraised, Raised raised) => new Waiting(new(raised, null, 0, 0, null)),
        (Waiting waiting, Accepted accepted) => new Working(waiting.File, accepted, null, null),
        (Waiting waiting, Declined declined) => new Turned(waiting.File, declined),
        (Working working, Accepted accepted) => working with { Plan = accepted, OverdueOn = null },
        (Working working, ProgressReported reported) => working with { File = working.File.With(reported), Progress = reported.Text },
        (Working working, BecameOverdue overdue) => working with { OverdueOn = overdue.On },
        (Working working, Finished finished) => new Delivered(working, finished),
        (Delivered delivered, Confirmed confirmed) => new Settled(delivered.Work, delivered.Result, confirmed),
        (Turned { File: var file }, Reopened reopened) => new Waiting(file.With(reopened)),
        (Delivered { Work.File: var file }, Reopened reopened) => new Waiting(file.With(reopened)),
        (Settled { Work.File: var file }, Reopened reopened) => new Waiting(file.With(reopened)),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static LivelihoodIssueView View(LivelihoodIssue state, StreamId stream) => state switch
    {
        Waiting s => s.File.Show(LivelihoodStep.Raised),
        Working s => Show(LivelihoodStep.Accepted, s),
        Turned s => s.File.Show(LivelihoodStep.Declined) with { DeclineReason = s.Verdict.Reason },
        Delivered s => Show(LivelihoodStep.Done, s.Work, s.Result),
        Settled s => Show(LivelihoodStep.Confirmed, s.Work, s.Result) with { Feedback = s.Verdict.Feedback },
        _ => new(LivelihoodStep.Open, null, null, null, null, null, null, null, null, null, null, null, null, null, null, 0),
    };

    static LivelihoodIssueView Show(LivelihoodStep step, Working work, Finished? result = null) => work.File.Show(step) with
    {
        Measures = work.Plan.Measures,
        OwnerId = work.Plan.OwnerId,
        Due = work.Plan.Due,
        OverdueOn = work.OverdueOn,
        Progress = work.Progress,
        Result = result?.Result,
        DoneOn = result?.On,
    };
}

/// <summary>What stays on record of an issue through all its rounds.</summary>
/// <param name="Terms">How it was raised.</param>
/// <param name="Reopening">How it was reopened last.</param>
/// <param name="Reopenings">How often.</param>
/// <param name="ProgressReports">How often progress was reported.</param>
/// <param name="LastProgressOn">When it was reported last.</param>
public sealed record LivelihoodFile(
    LivelihoodIssueEvent.Raised Terms, LivelihoodIssueEvent.Reopened? Reopening, int Reopenings, int ProgressReports, DateOnly? LastProgressOn)
{
    internal LivelihoodFile With(LivelihoodIssueEvent.Reopened e) => this with { Reopening = e, Reopenings = Reopenings + 1 };

    internal LivelihoodFile With(LivelihoodIssueEvent.ProgressReported e) => this with { ProgressReports = ProgressReports + 1, LastProgressOn = e.On };

    internal LivelihoodIssueView Show(LivelihoodStep step) => new(
        step, Terms.Title, Terms.RaisedBy, Terms.Text, Terms.VillageId, Terms.On, null, null, null, null, null, null, null, null, Reopening?.Feedback, Reopenings);
}
