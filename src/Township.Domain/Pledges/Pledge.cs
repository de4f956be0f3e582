using System.Diagnostics;
using static Township.Pledges.PledgeEvent;
using static Township.Pledges.PledgeStage;

namespace Township.Pledges;

/// <summary>A cadre's pledge for a month 月承诺 (P1–P3, P5): written and stated, amended with approval, observed, verified.</summary>
public sealed partial record Pledge(PledgeStage Stage, PledgeSheet Sheet) : IAggregate<Pledge, PledgeCommand, PledgeEvent, PledgeView>
{
    public static string Category => "pledge";

    public static Pledge Initial => new(new Open(), PledgeSheet.Blank);

    public static Pledge Evolve(Pledge state, PledgeEvent e) => (state.Stage, e) switch
    {
        (Open, DueDateFixed fixing) when state.Sheet.Term is null => state.Keep(state.Sheet with { Term = fixing }),
        (Open, Written written) when state.Sheet.Form is null => state.Keep(state.Sheet with { Form = written }),
        (Open or Standing, Rewritten rewritten) => new(new Open(), state.Sheet.With(rewritten)),
        (Open, StatementRecorded stated) => state.Keep(state.Sheet with { Statement = stated }),
        (Open, Pledged pledged) when state.Sheet is { Form: not null, Statement: not null } => new(new Standing(), state.Sheet with { Outcome = pledged }),
        (Standing, AmendmentRequested requested) => state.Keep(state.Sheet.With(requested)),
        (Standing, AmendmentApproved approved) => state.Keep(state.Sheet.With(approved)),
        (Standing, AmendmentRejected rejected) => state.Keep(state.Sheet.With(rejected)),
        (Standing, Transferred moved) => state.Keep(state.Sheet with { PostChanges = state.Sheet.PostChanges.Add(new(moved.EffectiveOn, moved.NewPostId, moved.AmendmentDue)) }),
        (Open or Standing, Observed seen) => state.Keep(state.Sheet with { Observations = state.Sheet.Observations.Add(new(seen.By, seen.ObservedOn, seen.Note)) }),
        (Open or Standing, Exempted exempted) => state with { Stage = new Excused(exempted) },
        (Excused, ExemptionRevoked) => state with { Stage = state.Sheet.Outcome is null ? new Open() : new Standing() },
        (Open or Standing, Released released) => state with { Stage = new Ended(released.LeftOn) },
        (Open, Missed) => state with { Stage = new Lapsed() },
        (Lapsed, MissedReversed) => state with { Stage = new Open() },
        (Standing, Verified verified) => state with { Stage = new Checked(verified) },
        (Checked, VerificationReversed) => state with { Stage = new Standing() },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.Stage.GetType().Name}."),
    };

    public static PledgeShortfall? ShortfallOf(Pledge state) => state?.Stage switch
    {
        Lapsed => new(Notices.NoticeCause.Missed),
        Checked { Result.Verdict: Verdict.Unfulfilled } => new(Notices.NoticeCause.Unfulfilled),
        _ => null,
    };

    public static PledgeProgress? ProgressOf(Pledge state) => state is null || state == Initial ? null : new(StepOf(state));

    public static PledgeView View(Pledge state, StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (sheet, id) = (state.Sheet, PledgeId.Find(stream.Id));
        var result = (state.Stage as Checked)?.Result;
        var exemption = (state.Stage as Excused)?.Terms;
        return new(
            StepOf(state), id?.CadreId, id?.Month, sheet.Term?.PolicyVersion, sheet.Term?.Due,
            sheet.Form?.FormVersion, sheet.Form?.WrittenOn,
            sheet.Statement is { } said ? new(said.Meeting, said.StatedOn, said.Summary) : null,
            sheet.Outcome?.PledgedOn, sheet.Outcome?.Late ?? false,
            sheet.Items(), sheet.OriginalItems(), sheet.Amendments, sheet.PostChanges, sheet.Observations,
            result is null ? null : new(result.Verdict, result.Findings, result.By, result.As, result.On),
            exemption is null ? null : new(exemption.Kind, exemption.Reason, exemption.By),
            (state.Stage as Ended)?.LeftOn);
    }

    static PledgeStep StepOf(Pledge state) => (state.Stage, state.Sheet) switch
    {
        (Open, { Form: not null }) => PledgeStep.Written,
        (Open, { Statement: not null }) => PledgeStep.Stated,
        (Open, _) => PledgeStep.Open,
        (Standing, _) => PledgeStep.Pledged,
        (Checked, _) => PledgeStep.Verified,
        (Lapsed, _) => PledgeStep.Missed,
        (Excused, _) => PledgeStep.Exempt,
        (Ended, _) => PledgeStep.Released,
        _ => throw new UnreachableException(),
    };

    Pledge Keep(PledgeSheet sheet) => this with { Sheet = sheet };
}
