using Township.Cadres;
using Township.Hearings;
using Township.Pledges;
using Township.ReportMeetings;
using Township.Rosters;

namespace Township.Draws;

/// <summary>What follows from a draw's purpose: who takes part, how many are drawn, and which draw of the purpose counts.</summary>
/// <param name="People">Everybody who has a place among the candidates.</param>
/// <param name="Wanted">How many are drawn.</param>
/// <param name="Spent">Draws of the purpose whose result has been used, so that another may follow.</param>
sealed record DrawPurpose(EquatableList<string> People, int Wanted, EquatableList<string> Spent)
{
    /// <summary>Asks for what <see cref="Find"/> and <see cref="IsProved"/> need.</summary>
    public static IEnumerable<FactRequest> Asking(DrawId draw, EquatableList<Exclusion> excluded, DecisionContext context) => draw.Month is { } month
        ?
        [
            AskingFor(draw), Fact<RosterCadres>.Of(RosterKey.Id).Guarded,
            .. Fact<CadreStanding>.OfAll(context.Known<RosterCadres>(RosterKey.Id)?.CadreIds ?? []),
            .. excluded.Select(e => e.Ground is ExclusionGround.Leave ? Fact<CadreService>.Of(e.CadreId) : Fact<PledgeProgress>.Of(PledgeOf(e, month))),
        ]
        : [AskingFor(draw)];

    /// <summary>Asks for the meeting or the hearing that is drawn for.</summary>
    public static FactRequest AskingFor(DrawId draw) => draw.Month is { } month
        ? Fact<MeetingDrawing>.Of(month.ToString()).Guarded
        : Fact<HearingDrawing>.Of(draw.HearingId!).Guarded;

    /// <summary>Whether the result of a draw has been used, or can no longer be used.</summary>
    public static bool IsSettled(DrawId draw, DecisionContext context) => draw.Month is { } month
        ? context.Fact<MeetingDrawing>(month.ToString()) is null
        : GroupOf(draw, context) is not { } group || group.Spent.Contains(draw.ToString());

    /// <summary>The purpose; null when nothing can be drawn for it now.</summary>
    public static DrawPurpose? Find(DrawId draw, DecisionContext context) => draw.Month is { } month
        ? context.Fact<MeetingDrawing>(month.ToString()) is { } meeting ? new(OnDuty(meeting.HeldOn, context), meeting.Reporters, []) : null
        : GroupOf(draw, context) is { } group ? new(group.Applicants, group.Seats, group.Spent) : null;

    /// <summary>Whether a cadre's record confirms why the cadre is excluded from the draw for the month's meeting.</summary>
    public static bool IsProved(Exclusion exclusion, Month month, DecisionContext context) => exclusion.Ground switch
    {
        ExclusionGround.Leave => context.Fact<MeetingDrawing>(month.ToString())?.HeldOn is { } day
            && context.Fact<CadreService>(exclusion.CadreId) is { } service && service.Absences.Any(a => a.From <= day && day <= a.Until),
        ExclusionGround.Exempt => context.Fact<PledgeProgress>(PledgeOf(exclusion, month)) is { Status: PledgeStatus.Exempt },
        ExclusionGround.Unpledged => context.Fact<PledgeProgress>(PledgeOf(exclusion, month))?.Status is
            null or PledgeStatus.Open or PledgeStatus.Written or PledgeStatus.Stated or PledgeStatus.Missed,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>
    /// Asks for the draws of a purpose, one after the other, up to the one that counts: the first that is neither void nor used, which may
    /// not exist yet.
    /// </summary>
    public static IEnumerable<FactRequest> AskingForDraws(DrawId first, EquatableList<string> spent, DecisionContext context)
    {
        foreach (var id in Unspent(first, spent))
        {
            yield return Fact<DrawResult>.Of(id).Guarded;
            if (context.Known<DrawResult>(id) is not { Status: DrawStatus.Void }) yield break;
        }
    }

    /// <summary>The draw of a purpose that counts, and what is known of it; null when it has not been frozen.</summary>
    public static (string Id, DrawResult? Result) Counting(DrawId first, EquatableList<string> spent, DecisionContext context)
    {
        var id = Unspent(first, spent).FirstOrDefault(d => context.Known<DrawResult>(d) is not { Status: DrawStatus.Void }) ?? first.ToString();
        return (id, context.Known<DrawResult>(id) is { Status: not DrawStatus.Void } result ? result : null);
    }

    static IEnumerable<string> Unspent(DrawId first, EquatableList<string> spent) =>
        Enumerable.Range(1, DrawId.MaxNumber).Select(n => (first with { Number = n }).ToString()).Where(id => !spent.Contains(id));

    static EquatableList<string> OnDuty(DateOnly day, DecisionContext context) =>
        [.. (context.Fact<RosterCadres>(RosterKey.Id)?.CadreIds ?? []).Where(id => context.Fact<CadreStanding>(id) is { } cadre && cadre.JoinedOn <= day && !(cadre.LeftOn < day))];

    static GroupDrawing? GroupOf(DrawId draw, DecisionContext context) =>
        context.Fact<HearingDrawing>(draw.HearingId!)?.Groups.FirstOrDefault(g => g.GroupId == draw.GroupId);

    static string PledgeOf(Exclusion exclusion, Month month) => new PledgeId(exclusion.CadreId, month).ToString();
}
