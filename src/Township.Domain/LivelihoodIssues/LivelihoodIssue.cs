using System.Diagnostics;
using Event = Township.LivelihoodIssues.LivelihoodIssueEvent;

namespace Township.LivelihoodIssues;

/// <summary>A livelihood issue 实事好事 (§0): a problem raised by the public, its measures, owner, deadline and result.</summary>
[Title("实事好事", "livelihood issue")]
public abstract partial record LivelihoodIssue : IAggregate<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>
{
    private LivelihoodIssue() { }

    public sealed record Unraised : LivelihoodIssue;

    /// <summary>Raised or reopened; the township says what it does about it.</summary>
    /// <param name="File">What is on record.</param>
    public sealed record Raised(LivelihoodFile File) : LivelihoodIssue;

    /// <summary>Accepted.</summary>
    /// <param name="File">What is on record.</param>
    /// <param name="Plan">What is done, by whom, by when.</param>
    /// <param name="OverdueOn">When its deadline was marked as passed.</param>
    /// <param name="Progress">The newest report.</param>
    public sealed record Accepted(LivelihoodFile File, Event.Accepted Plan, DateOnly? OverdueOn, PersonalText? Progress) : LivelihoodIssue;

    /// <summary>Declined 不予受理.</summary>
    /// <param name="File">What is on record.</param>
    /// <param name="Verdict">Why.</param>
    public sealed record Declined(LivelihoodFile File, Event.Declined Verdict) : LivelihoodIssue;

    /// <summary>Reported done; the public has not confirmed it.</summary>
    /// <param name="Work">How it was worked on.</param>
    /// <param name="Result">What came of it.</param>
    public sealed record Done(Accepted Work, Event.Finished Result) : LivelihoodIssue;

    /// <summary>Confirmed by the public.</summary>
    /// <param name="Work">How it was worked on.</param>
    /// <param name="Result">What came of it.</param>
    /// <param name="Verdict">What was said.</param>
    public sealed record Confirmed(Accepted Work, Event.Finished Result, Event.Confirmed Verdict) : LivelihoodIssue;

    public static string Category => "livelihood";

    public static LivelihoodIssue Initial => new Unraised();

    public static LivelihoodIssue Evolve(LivelihoodIssue state, LivelihoodIssueEvent e) => (state, e) switch
    {
        (Unraised, Event.Raised raised) => new Raised(new(raised, null, 0, 0, null)),
        (Raised waiting, Event.Accepted accepted) => new Accepted(waiting.File, accepted, null, null),
        (Raised waiting, Event.Declined declined) => new Declined(waiting.File, declined),
        (Accepted working, Event.Accepted accepted) => working with { Plan = accepted, OverdueOn = null },
        (Accepted working, Event.ProgressReported reported) => working with { File = working.File.With(reported), Progress = reported.Text },
        (Accepted working, Event.BecameOverdue overdue) => working with { OverdueOn = overdue.On },
        (Accepted working, Event.Finished finished) => new Done(working, finished),
        (Done delivered, Event.Confirmed confirmed) => new Confirmed(delivered.Work, delivered.Result, confirmed),
        (Declined { File: var file }, Event.Reopened reopened) => new Raised(file.With(reopened)),
        (Done { Work.File: var file }, Event.Reopened reopened) => new Raised(file.With(reopened)),
        (Confirmed { Work.File: var file }, Event.Reopened reopened) => new Raised(file.With(reopened)),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static LivelihoodIssueView View(LivelihoodIssue state, StreamId stream) => state switch
    {
        Raised s => s.File.Show(LivelihoodIssueStatus.Raised),
        Accepted s => Show(LivelihoodIssueStatus.Accepted, s),
        Declined s => s.File.Show(LivelihoodIssueStatus.Declined) with { DeclineReason = s.Verdict.Reason },
        Done s => Show(LivelihoodIssueStatus.Done, s.Work, s.Result),
        Confirmed s => Show(LivelihoodIssueStatus.Confirmed, s.Work, s.Result) with { Feedback = s.Verdict.Feedback },
        _ => new(LivelihoodIssueStatus.Unraised, null, null, null, null, null, null, null, null, null, null, null, null, null, null, 0),
    };

    static LivelihoodIssueView Show(LivelihoodIssueStatus status, Accepted work, Event.Finished? result = null) => work.File.Show(status) with
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

    internal LivelihoodIssueView Show(LivelihoodIssueStatus status) => new(
        status, Terms.Title, Terms.RaisedBy, Terms.Text, Terms.VillageId, Terms.On, null, null, null, null, null, null, null, null, Reopening?.Feedback, Reopenings);
}
