using Township.Hearings;
using static Township.Hearings.HearingEvent;

namespace Township;

/// <summary>H1–H8: hearings and what belongs to them.</summary>
public sealed class HearingRowTests
{
    const string Key = "township=huimin hearing=2026-01";

    [Fact]
    public void H2_The_agenda_and_the_arrangement() => Rows(HearingLife.Agenda).Should().Equal(
        $"hearings {Key} status=Preparing topic=道路、饮水 policy_version=hearing/1 prepared_by=c-001 revision=1 opens_at=2026-03-20T01:00:00.0000000Z place=乡政府 notice_ended=0 postponements=0 entries=0 feedback_overdue=0 reopenings=0 opens_on=2026-03-20 issues=3 issues_accounted_for=0 questions=0 unanswered=0",
        Issue(1, "修路", reports: 1), Issue(2, "饮水", reports: 1), Issue(3, "路灯", reports: 1));

    [Fact]
    public void H3_A_change_of_place_makes_earlier_notices_hold_no_more() => Rows([.. HearingLife.Agenda, .. HearingLife.Noticed]).Should().Equal(
        $"hearings {Key} status=Preparing topic=道路、饮水 policy_version=hearing/1 prepared_by=c-001 revision=3 opens_at=2026-03-20T01:00:00.0000000Z place=文化礼堂 notice_from=2026-03-07 earliest_on=2026-03-15 notice_ended=1 postponements=0 entries=0 feedback_overdue=0 reopenings=0 opens_on=2026-03-20 issues=2 issues_accounted_for=0 questions=0 unanswered=0",
        Issue(1, "修路", reports: 1), Issue(2, "饮水", reports: 1), Issue(3, "路灯", reports: 1, dropped: 1, accounted: 1),
        $"hearing_notices {Key} revision=1 disclosure=d-1 channel=Broadcast published_at=2026-03-02T01:00:00.0000000Z recorded=1 published_on=2026-03-02 holds=0",
        $"hearing_notices {Key} revision=1 disclosure=d-1 channel=NoticeBoard published_at=2026-03-03T01:00:00.0000000Z recorded=1 published_on=2026-03-03 holds=0",
        $"hearing_notices {Key} revision=3 disclosure=d-2 channel=Broadcast published_at=2026-03-07T01:00:00.0000000Z recorded=1 published_on=2026-03-07 holds=1",
        $"hearing_notices {Key} revision=3 disclosure=d-2 channel=NoticeBoard published_at=2026-03-07T01:00:00.0000000Z recorded=1 published_on=2026-03-07 holds=1");

    [Fact]
    public void H4_Below_the_quorum_it_is_postponed_and_the_list_is_to_be_confirmed_anew()
    {
        HearingEvent[] before = [.. HearingLife.Agenda, .. HearingLife.People.TakeWhile(e => e is not Postponed)];
        Rows(before)[0].Should().Contain("postponements=0 confirmed=3 quorum=2");
        Rows([.. before, new Postponed(PostponementCause.Decided, "…", "c-001")])[0].Should().Contain("status=Postponed").And.Contain("postponements=1 confirmed=3 quorum=2");
        Rows([.. before, new Postponed(PostponementCause.BelowQuorum, null, "c-001")])[0].Should().Contain("status=Postponed").And.Contain("postponements=1 entries=0");
    }

    [Fact]
    public void H3_What_a_disclosure_no_longer_shows_stays_and_holds_no_more() =>
        Rows([.. HearingLife.Agenda, .. HearingLife.Noticed, .. HearingLife.People]).Where(r => r.Contains("revision=4 disclosure")).Should().Equal(
            $"hearing_notices {Key} revision=4 disclosure=d-3 channel=Broadcast published_at=2026-03-09T01:00:00.0000000Z recorded=0 published_on=2026-03-09 holds=0",
            $"hearing_notices {Key} revision=4 disclosure=d-3 channel=NoticeBoard published_at=2026-03-09T01:00:00.0000000Z recorded=1 published_on=2026-03-09 holds=1",
            $"hearing_notices {Key} revision=4 disclosure=d-4 channel=Broadcast published_at=2026-03-10T01:00:00.0000000Z recorded=1 published_on=2026-03-10 holds=1");

    [Fact]
    public void H5_H6_The_sitting_its_questions_and_what_came_of_the_issues() =>
        Rows([.. HearingLife.Agenda, .. HearingLife.Noticed, .. HearingLife.People, .. HearingLife.Sitting]).Where(r => !r.StartsWith("hearing_notices", StringComparison.Ordinal)).Should().Equal(
            $"hearings {Key} status=Held topic=道路、饮水 policy_version=hearing/1 prepared_by=c-001 revision=4 opens_at=2026-03-21T01:00:00.0000000Z place=文化礼堂 notice_from=2026-03-10 earliest_on=2026-03-18 notice_ended=1 postponements=1 confirmed=3 quorum=2 attended=2 officers=1 chair=c-006 sat_from=2026-03-21T01:00:00.0000000Z sat_until=2026-03-21T04:00:00.0000000Z entries=9 feedback_due_on=2026-04-03 feedback_overdue=0 reopenings=0 opens_on=2026-03-21 issues=3 issues_accounted_for=1 questions=2 unanswered=1",
            Issue(1, "修路", reports: 1, outcome: "Concluded"), Issue(2, "饮水", reports: 1, outcome: "Referred", referred: 1, accounted: 1),
            Issue(3, "路灯", reports: 1, dropped: 1, accounted: 1), Issue(4, "校车", raised: 1, outcome: "Agreed"),
            $"hearing_questions {Key} entry=1 issue=1 speaker=p-1 answer=Explained",
            $"hearing_questions {Key} entry=2 issue=2 speaker=p-3 answer=Unanswered");

    [Fact]
    public void H7_H8_After_a_reopening_only_what_belongs_to_the_last_round_accounts_for_an_issue() =>
        Rows([.. HearingLife.All.TakeWhile(e => e is not Reopened), HearingLife.All.OfType<Reopened>().Single()]).Where(r => r.StartsWith("hearings", StringComparison.Ordinal) || r.Contains("issue=1 ")).Should().Equal(
            $"hearings {Key} status=Held topic=道路、饮水 policy_version=hearing/1 prepared_by=c-001 revision=4 opens_at=2026-03-21T01:00:00.0000000Z place=文化礼堂 notice_from=2026-03-10 earliest_on=2026-03-18 notice_ended=1 postponements=1 confirmed=3 quorum=2 attended=2 officers=1 chair=c-006 sat_from=2026-03-21T01:00:00.0000000Z sat_until=2026-03-21T04:00:00.0000000Z entries=9 feedback_due_on=2026-06-01 feedback_overdue=0 reopenings=1 opens_on=2026-03-21 issues=3 issues_accounted_for=2 questions=2 unanswered=1",
            Issue(1, "修路", reports: 1, outcome: "Concluded", round: 2, measured: 1),
            $"hearing_measures {Key} issue=1 measure=1 round=1 owner=c-002 due_on=2026-04-30 overdue=1 completed_on=2026-05-02 late=1",
            $"hearing_questions {Key} entry=1 issue=1 speaker=p-1 answer=Explained",
            $"hearing_feedback {Key} issue=1 round=1 disclosure=d-8 channel=DisclosureBoard published_at=2026-03-25T01:00:00.0000000Z recorded=1 published_on=2026-03-25 holds=0",
            $"hearing_feedback {Key} issue=1 round=1 disclosure=d-8 channel=MeetingBriefing published_at=2026-03-26T01:00:00.0000000Z recorded=0 published_on=2026-03-26 holds=0");

    [Fact]
    public void H8_Closed_again()
    {
        var rows = Rows(HearingLife.All);
        rows[0].Should().Contain("status=Closed").And.Contain("reopenings=1 ended_on=2026-05-20");
        rows[1].Should().Be(Issue(1, "修路", reports: 1, outcome: "Concluded", round: 2, referred: 2, measured: 1, accounted: 1, channels: 1));
        rows[2].Should().Be(Issue(2, "饮水", reports: 1, outcome: "Referred", studied: " studied_on=2026-03-30", referred: 1, accounted: 1, channels: 2));
        rows[4].Should().Be(Issue(4, "校车", raised: 1, outcome: "Agreed", promised: 1, promises: 1, accounted: 1));
    }

    [Fact]
    public void Cancelled_it_has_an_end() => Rows([.. HearingLife.Agenda, new Cancelled("…", "c-005", new(2026, 3, 9))])[0].Should().Contain("status=Cancelled").And.Contain("ended_on=2026-03-09");

    [Fact]
    public void At_every_moment_the_rows_say_what_the_folded_state_says()
    {
        var stream = StreamId.Parse("hearing/huimin/2026-01");
        var (hearing, rows) = (Hearing.Initial, HearingRows.From(stream, StoredRows.None));
        foreach (var e in HearingLife.All)
        {
            (hearing, rows) = (Hearing.Evolve(hearing, e), rows.After(e));
            HearingOfState.Rows(Hearing.View(hearing, stream), rows).Should().Equal(rows.Rows, $"after {e}");
        }

        HearingLife.All.Append(new Cancelled("…", "c-005", default)).Select(e => e.GetType()).Distinct().Should()
            .BeEquivalentTo(typeof(HearingEvent).GetNestedTypes().Where(t => !t.IsAbstract), "everything happens once");
    }

    static string Issue(
        int number, string title, int reports = 0, int raised = 0, int dropped = 0, string outcome = "Open", string studied = "", int round = 1,
        int referred = 0, int measured = 0, int promised = 0, int promises = 0, int accounted = 0, int channels = 0) =>
        $"hearing_issues {Key} issue={number} title={title} raised_in_sitting={raised} dropped={dropped} reports={reports} outcome={outcome}{studied} round={round} referred_in_round={referred} measured_in_round={measured} promised_in_round={promised} promises={promises} accounted_for={accounted} feedback_channels={channels}";

    static IReadOnlyList<string> Rows(params HearingEvent[] events) => RowFold.Of(
        typeof(Hearing), Hearing.Type.Events, "hearing/huimin/2026-01", events);
}
