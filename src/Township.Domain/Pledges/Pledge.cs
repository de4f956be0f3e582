using System.Diagnostics;
using Event = Township.Pledges.PledgeEvent;
using static Township.Pledges.PledgeStage;

namespace Township.Pledges;

/// <summary>A cadre's pledge for a month 月承诺 (P1–P3, P5): written and stated, amended with approval, observed, verified.</summary>
[Title("月承诺", "monthly pledge")]
public sealed partial record Pledge(PledgeStage Stage, PledgeSheet Sheet) : IAggregate<Pledge, PledgeCommand, PledgeEvent, PledgeView>
{
    public static string Category => "pledge";

    public static Pledge Initial => new(new Open(), PledgeSheet.Blank);

    public static Pledge Evolve(Pledge state, PledgeEvent e) => (state.Stage, e) switch
    {
        (Open, Event.DueDateFixed fixing) when state.Sheet.Term is null => state.Keep(state.Sheet with { Term = fixing }),
        (Open, Event.Written written) when state.Sheet.Form is null => state.Keep(state.Sheet with { Form = written }),
        (Open or Pledged, Event.Rewritten rewritten) => new(new Open(), state.Sheet.With(rewritten)),
        (Open, Event.StatementRecorded stated) => state.Keep(state.Sheet with { Statement = stated }),
        (Open, Event.Pledged pledged) when state.Sheet is { Form: not null, Statement: not null } => new(new Pledged(), state.Sheet with { Outcome = pledged }),
        (Pledged, Event.AmendmentRequested requested) => state.Keep(state.Sheet.With(requested)),
        (Pledged, Event.AmendmentApproved approved) => state.Keep(state.Sheet.With(approved)),
        (Pledged, Event.AmendmentRejected rejected) => state.Keep(state.Sheet.With(rejected)),
        (Pledged, Event.Transferred moved) => state.Keep(state.Sheet with { PostChanges = state.Sheet.PostChanges.Add(new(moved.EffectiveOn, moved.NewPostId, moved.AmendmentDue)) }),
        (Open or Pledged, Event.Observed seen) => state.Keep(state.Sheet with { Observations = state.Sheet.Observations.Add(new(seen.By, seen.ObservedOn, seen.Note)) }),
        (Open or Pledged, Event.Exempted exempted) => state with { Stage = new Exempt(exempted) },
        (Exempt, Event.ExemptionRevoked) => state with { Stage = state.Sheet.Outcome is null ? new Open() : new Pledged() },
        (Open or Pledged, Event.Released released) => state with { Stage = new Released(released.LeftOn) },
        (Open, Event.Missed) => state with { Stage = new Missed() },
        (Missed, Event.MissedReversed) => state with { Stage = new Open() },
        (Pledged, Event.Verified verified) => state with { Stage = new Verified(verified) },
        (Verified, Event.VerificationReversed) => state with { Stage = new Pledged() },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.Stage.GetType().Name}."),
    };

    public static PledgeShortfall? ShortfallOf(Pledge state) => state?.Stage switch
    {
        Missed => new(Notices.NoticeCause.Missed),
        Verified { Result.Verdict: Verdict.Unfulfilled } => new(Notices.NoticeCause.Unfulfilled),
        _ => null,
    };

    public static PledgeProgress? ProgressOf(Pledge state) => state is null || state == Initial ? null : new(StatusOf(state));

    public static PledgeView View(Pledge state, StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (sheet, id) = (state.Sheet, PledgeId.Find(stream.Id));
        var result = (state.Stage as Verified)?.Result;
        var exemption = (state.Stage as Exempt)?.Terms;
        return new(
            StatusOf(state), id?.CadreId, id?.Month, sheet.Term?.PolicyVersion, sheet.Term?.Due,
            sheet.Form?.FormVersion, sheet.Form?.WrittenOn,
            sheet.Statement is { } said ? new(said.Meeting, said.StatedOn, said.Summary) : null,
            sheet.Outcome?.PledgedOn, sheet.Outcome?.Late ?? false,
            sheet.Items(), sheet.OriginalItems(), sheet.Amendments, sheet.PostChanges, sheet.Observations,
            result is null ? null : new(result.Verdict, result.Findings, result.By, result.As, result.On),
            exemption is null ? null : new(exemption.Kind, exemption.Reason, exemption.By),
            (state.Stage as Released)?.LeftOn);
    }

    static PledgeStatus StatusOf(Pledge state) => (state.Stage, state.Sheet) switch
    {
        (Open, { Form: not null }) => PledgeStatus.Written,
        (Open, { Statement: not null }) => PledgeStatus.Stated,
        (Open, _) => PledgeStatus.Open,
        (Pledged, _) => PledgeStatus.Pledged,
        (Verified, _) => PledgeStatus.Verified,
        (Missed, _) => PledgeStatus.Missed,
        (Exempt, _) => PledgeStatus.Exempt,
        (Released, _) => PledgeStatus.Released,
        _ => throw new UnreachableException(),
    };

    Pledge Keep(PledgeSheet sheet) => this with { Sheet = sheet };
}
