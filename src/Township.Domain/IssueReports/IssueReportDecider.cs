using Township.Hearings;
using Township.Villages;
using static Township.IssueReports.IssueReportCommand;
using Event = Township.IssueReports.IssueReportEvent;

namespace Township.IssueReports;

public abstract partial record IssueReport
{
    public static IEnumerable<FactRequest> Needs(IssueReportCommand command, IssueReport state, DecisionContext context) => command switch
    {
        FileIssue { VillageId: { } village } => [Fact<VillageReporters>.Of(village)],
        Consolidate consolidate => [Fact<HearingAgenda>.Of(consolidate.HearingId).Guarded],
        Release release => [Fact<HearingAgenda>.Of(release.HearingId).Guarded],
        _ => [],
    };

    /// <summary>
    /// A report and its answer are about the person who reports. Those of a person without an id in the township are erased by the report's
    /// id.
    /// </summary>
    public static IEnumerable<string> PersonsOf(IssueReportCommand command, IssueReport state, StreamId stream, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return (command, ReportOf(state)) switch
        {
            (FileIssue { ReporterId: null, ReporterName: null }, _) => [actor.Subject],
            (Answer, { } report) => report.Text.Persons.Select(p => p.Id),
            _ => [],
        };
    }

    public static Decision<IssueReportEvent> Decide(IssueReportCommand command, IssueReport state, DecisionContext context) => (command, state) switch
    {
        (FileIssue file, _) when RefuseReporter(file, context) is { } refusal => refusal,
        (Consolidate or Release, _) when context.RefuseUnless(Roles.Office, Roles.System) is { } refusal => refusal,
        (Answer, _) when context.RefuseUnless(Roles.Office) is { } refusal => refusal,
        (FileIssue file, Unfiled) => DecideFile(file, context),
        (FileIssue, _) => CommonRefusals.AlreadyExists.With(context.Stream.Id),
        (_, Unfiled) => IssueReportRefusals.NotFiled,
        (Consolidate consolidate, Open) => DecideConsolidate(consolidate, context),
        (Consolidate consolidate, Consolidated { Placements: [.., var last] }) when (consolidate.HearingId, consolidate.IssueNumber) == (last.HearingId, last.IssueNumber) =>
            Decision<IssueReportEvent>.Nothing,
        (Release release, Open { Past: [.., var last] }) when release.HearingId == last.HearingId => Decision<IssueReportEvent>.Nothing,
        (Release release, Open) => IssueReportRefusals.NotThere.With(release.HearingId),
        (Release release, Consolidated { Placements: [.., var last] }) => DecideRelease(release, last, context),
        (Answer answer, Open) => new Event.Answered(answer.Text, context.Actor.Subject, context.Today()),
        (Consolidate or Answer, Consolidated { Placements: [.., var last] }) => IssueReportRefusals.InHearing.With(last.HearingId, last.IssueNumber),
        (_, Answered) => IssueReportRefusals.Answered,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Decision<IssueReportEvent> DecideFile(FileIssue file, DecisionContext context) => RefuseVillage(file, context) is { } refusal ? refusal : Filing(file, context);

    static Event.Filed Filing(FileIssue file, DecisionContext context) => new(
        file.As, file.ReporterId ?? (file.ReporterName is null ? context.Actor.Subject : null), file.ReporterName, context.Actor.Subject,
        file.VillageId, file.Category, file.Text, context.Today());

    // People report in a capacity that they have; only the office records reports for others.
    static Refusal? RefuseReporter(FileIssue file, DecisionContext context) => (IsOwn(file, context.Actor), IsOffice: context.Actor.Is(Roles.Office, context.Stream)) switch
    {
        (true, _) when context.RefuseUnless(RolesOf(file.As)) is not { } refusal => null,
        (true, false) => context.RefuseUnless(RolesOf(file.As)),
        (true, true) => IssueReportRefusals.NeedsReporter,
        (false, true) when file is { As: not (ReporterKind.Representative or ReporterKind.Citizen), ReporterId: null } => IssueReportRefusals.NeedsReporter,
        (false, true) => null,
        (false, false) => context.RefuseUnless(RolesOf(file.As)) ?? IssueReportRefusals.OnlyYourOwn,
    };

    static bool IsOwn(FileIssue file, Actor actor) => file.ReporterName is null && (file.ReporterId ?? actor.Subject) == actor.Subject;

    static string[] RolesOf(ReporterKind kind) => kind switch
    {
        ReporterKind.Informant => [Roles.Informant],
        ReporterKind.Representative or ReporterKind.Citizen => [Roles.Citizen],
        _ => [Roles.Cadre, Roles.Leader, Roles.Office],
    };

    static Refusal? RefuseVillage(FileIssue file, DecisionContext context)
    {
        if (file.VillageId is not { } id) return file.As is ReporterKind.Instructor or ReporterKind.Informant ? IssueReportRefusals.NeedsVillage.With() : null;
        var reporter = file.ReporterId ?? context.Actor.Subject;
        return (file.As, context.Fact<VillageReporters>(id)) switch
        {
            (_, null or { AbolishedOn: not null }) => IssueReportRefusals.NoSuchVillage.With(id),
            (ReporterKind.Instructor, var village) when !village.Instructors.Contains(reporter) => IssueReportRefusals.NotInstructor.With(reporter, id),
            (ReporterKind.Informant, var village) when !village.Informants.Contains(reporter) => IssueReportRefusals.NotInformant.With(reporter, id),
            _ => null,
        };
    }

    // The hearing records first which reports went into its issues; the report follows it, so that both always agree.
    static Decision<IssueReportEvent> DecideConsolidate(Consolidate consolidate, DecisionContext context) =>
        context.Fact<HearingAgenda>(consolidate.HearingId)?.Lists(consolidate.IssueNumber, context.Stream.Id) is true
            ? new Event.Consolidated(consolidate.HearingId, consolidate.IssueNumber, context.Actor.Subject, context.Today())
            : IssueReportRefusals.NotListed.With(consolidate.HearingId, consolidate.IssueNumber);

    static Decision<IssueReportEvent> DecideRelease(Release release, ReportPlacement at, DecisionContext context)
    {
        if (release.HearingId != at.HearingId) return IssueReportRefusals.NotThere.With(release.HearingId);
        var hearing = context.Fact<HearingAgenda>(release.HearingId);
        if (hearing?.Lists(at.IssueNumber, context.Stream.Id) is true) return IssueReportRefusals.StillListed.With(at.HearingId, at.IssueNumber);
        var cause = hearing switch
        {
            { Cancelled: true } => ReleaseCause.HearingCancelled,
            _ when hearing?.Issue(at.IssueNumber) is { Dropped: true } => ReleaseCause.IssueDropped,
            _ => ReleaseCause.NotListed,
        };
        return new Event.Released(at.HearingId, at.IssueNumber, cause, context.Actor.Subject, context.Today());
    }
}
