using Township.Disclosures;
using static Township.Hearings.HearingCommand;
using static Township.Hearings.HearingEvent;
using static Township.Hearings.HearingScenes;
using static Township.Songfan;

namespace Township.Hearings;

/// <summary>H5, H6: opened and chaired by the township's leaders; questions are explained or marked unanswered; agreement or referral.</summary>
public sealed class HearingSittingTests
{
    static Songfan Chairing() => Opened().By(Leader);

    [Fact]
    public void H5_A_leader_of_the_team_opens_it_on_its_day_and_hour_with_the_quorum_there()
    {
        var songfan = Gathered().By(Leader);
        songfan.Hearing(new OpenSitting()).Then(new HearingEvent.Opened("c-003", OpensAt, songfan.HearingView().NoticePeriod!, 3, 2, 2)).Hearing(new OpenSitting()).ThenNothing();
        songfan.By(OtherLeader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.AlreadyOpened);
        foreach (var other in (Actor[])[Office, Citizen("p-001"), Stranger]) Gathered().By(other).Hearing(new OpenSitting()).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
        Gathered().By(Person("c-017", Roles.Leader)).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.NotOfTeam, "c-017");
        Gathered().By(Person("c-999", Roles.Leader)).Hearing(new OpenSitting()).ThenRefused(CommonRefusals.Unknown, "c-999");
        Gathered().At("2026-03-10 08:59").By(Leader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.NotYet, "2026-03-10 09:00");
        Gathered().At("2026-03-11 00:00").By(Leader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.DayPassed, "2026-03-10");
    }

    [Fact]
    public void H5_It_does_not_open_without_list_issues_or_quorum()
    {
        Noticed().At(OpensAt).By(Leader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.NotConfirmed);
        Confirmed().At(OpensAt).By(Leader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.NoQuorum, 0, 2, 0, 1);
        Confirmed().At(OpensAt).Do(new RecordAttendance(["p-001", "c-004"])).By(Leader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.NoQuorum, 1, 2, 1, 1);
        Confirmed().At(OpensAt).Do(new RecordAttendance(["p-001", "p-002"])).By(Leader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.NoQuorum, 2, 2, 0, 1);
        Gathered().Do(new DropIssue(1, "已解决"), new DropIssue(2, "已解决")).By(Leader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.NoIssues);
    }

    [Fact]
    public void H5_Attendance_is_recorded_on_the_day_for_those_on_the_list()
    {
        Confirmed().Hearing(new RecordAttendance(["p-001"])).ThenRefused(HearingRefusals.NotYet, "2026-03-10 09:00");
        var songfan = Confirmed().At("2026-03-10 08:30");
        songfan.Hearing(new RecordAttendance(["p-001", "p-009"])).ThenRefused(HearingRefusals.NotRepresentative, "p-009");
        songfan.Hearing(new RecordAttendance(["p-001", "c-004", "p-001"])).Then(new AttendanceRecorded(["p-001", "c-004"], songfan.Now)).Hearing(new RecordAttendance(["p-001"])).ThenNothing();
        songfan.Hearing(new RecordLeaving("p-001")).Then(new LeavingRecorded("p-001", songfan.Now)).Hearing(new RecordLeaving("p-001")).ThenRefused(HearingRefusals.NotAttending, "p-001");
    }

    [Fact]
    public void H5_Representatives_ask_officers_explain_and_every_entry_has_the_next_number()
    {
        var songfan = Opened();
        songfan.By(Citizen("p-001")).Hearing(new Ask("p-001", 1, "何时清淤?")).Then(new Asked(1, "p-001", 1, "何时清淤?", "p-001"));
        songfan.By(Person("c-004", Roles.Cadre)).Hearing(new Explain("c-004", 1, "四月。")).Then(new Explained(2, "c-004", 1, "四月。", "c-004"));
        songfan.By(Office).Hearing(new StateOpinion("p-002", 1, "太晚")).Then(new OpinionStated(3, "p-002", 1, "太晚", "c-010"))
            .Hearing(new Suggest("p-002", 1, "三月")).Then(new Suggested(4, "p-002", 1, "三月", "c-010"))
            .Hearing(new Discuss("c-005", 1, 4, "可以")).Then(new Discussed(5, "c-005", 1, 4, "可以", "c-010"))
            .Hearing(new RaiseObjection("p-002", 2, "不同意")).Then(new Objected(6, "p-002", 2, "不同意", "c-010"))
            .Hearing(new RaiseIssue("p-001", "路灯", "没有灯")).Then(new IssueRaised(7, "p-001", 3, "路灯", "没有灯", "c-010"));
        songfan.HearingView().Issue(3)!.RaisedInSitting.Should().BeTrue();
        songfan.HearingView().Sitting!.Entries.Should().Be(7);
    }

    [Fact]
    public void H5_Entries_are_written_by_the_speaker_or_the_office_for_those_who_attend_in_their_part()
    {
        var songfan = Opened().Do(new RecordLeaving("p-011"));
        songfan.By(Citizen("p-001")).Hearing(new Ask("p-002", 1, "?")).ThenRefused(HearingRefusals.NotTheSpeaker, "p-002").By(Office);
        songfan.Hearing(new Ask("p-011", 1, "?")).ThenRefused(HearingRefusals.NotAttending, "p-011");
        songfan.Hearing(new Ask("c-004", 1, "?")).ThenRefused(HearingRefusals.ForRepresentatives, "c-004");
        songfan.Hearing(new Ask("p-001", 9, "?")).ThenRefused(HearingRefusals.NoSuchIssue, 9);
        songfan.Do(new Ask("p-001", 1, "?")).Hearing(new Explain("p-001", 1, "!")).ThenRefused(HearingRefusals.ForOfficers, "p-001");
        songfan.Hearing(new Explain("c-004", 2, "!")).ThenRefused(HearingRefusals.NoSuchQuestion, 2);
        songfan.Hearing(new Discuss("c-004", 1, 2, "!")).ThenRefused(HearingRefusals.NoSuchEntry, 2);
        Gathered().Hearing(new Ask("p-001", 1, "?")).ThenRefused(HearingRefusals.NotSitting);
        Held().Hearing(new Ask("p-001", 1, "?")).ThenRefused(HearingRefusals.NotSitting);
    }

    [Fact]
    public void H5_The_sitting_ends_only_when_every_question_is_explained_or_marked_unanswered()
    {
        var songfan = Opened().Do(new Ask("p-001", 1, "?"), new Ask("p-002", 2, "?")).By(Leader);
        songfan.Hearing(new EndSitting()).ThenRefused(HearingRefusals.QuestionsOpen, "1, 2");
        songfan.Hearing(new Conclude(1, "四月")).ThenRefused(HearingRefusals.QuestionsOpen, "1");
        songfan.Hearing(new LeaveUnanswered(1, "资料不足")).Then(new LeftUnanswered(1, "资料不足", "c-003")).Hearing(new LeaveUnanswered(1, "资料不足")).ThenNothing();
        songfan.By(OtherLeader).Hearing(new LeaveUnanswered(2, "资料不足")).ThenRefused(HearingRefusals.NotChair, "c-003");
        songfan.By(Office).Do(new Explain("c-004", 2, "!")).Hearing(new LeaveUnanswered(2, "资料不足")).ThenRefused(HearingRefusals.QuestionExplained, 2);
        songfan.HearingView().Sitting!.Unanswered.Should().Equal(1);
        songfan.By(Leader).Hearing(new EndSitting()).Then(new SittingEnded(OpensAt, new(new(2026, 3, 24), "cn-2026.1", false), "c-003"));
    }

    [Fact]
    public void H6_A_conclusion_may_be_announced_where_nobody_who_attends_objects()
    {
        var songfan = Chairing().By(Office).Do(new RaiseObjection("p-002", 1, "不同意")).By(Leader);
        songfan.Hearing(new Conclude(1, "四月清淤")).ThenRefused(HearingRefusals.NoAgreement, 1, "1");
        songfan.By(Office).Hearing(new WithdrawObjection("p-001", 1)).ThenRefused(HearingRefusals.NoSuchObjection, 1, "p-001");
        songfan.By(Citizen("p-002")).Hearing(new WithdrawObjection("p-002", 1)).Then(new ObjectionWithdrawn(1, "p-002", "p-002")).By(OtherLeader);
        songfan.Hearing(new Conclude(1, "四月清淤")).ThenRefused(HearingRefusals.NotChair, "c-003").By(Leader);
        songfan.Hearing(new Conclude(1, "四月清淤")).Then(new Concluded(1, "四月清淤", "c-003")).Hearing(new Conclude(1, "五月清淤")).ThenRefused(HearingRefusals.IssueDecided, 1);
        songfan.By(Office).Hearing(new RaiseObjection("p-002", 1, "不同意")).ThenRefused(HearingRefusals.IssueDecided, 1);
    }

    [Fact]
    public void H6_No_conclusion_without_the_quorum()
    {
        var songfan = Opened().Do(new RecordLeaving("p-001"), new RecordLeaving("p-002")).By(Leader);
        songfan.Hearing(new Conclude(1, "四月清淤")).ThenRefused(HearingRefusals.NoQuorum, 1, 2, 2, 1);
        songfan.Hearing(new EndSitting()).Then(
            new Referred(1, null, [], "c-003"), new Referred(2, null, [], "c-003"), new SittingEnded(OpensAt, new(new(2026, 3, 24), "cn-2026.1", false), "c-003"));
    }

    [Fact]
    public void H6_Where_opinions_differ_the_issue_is_referred_and_agreement_needs_no_conclusion()
    {
        var songfan = Opened().Do(new RaiseObjection("c-005", 2, "不同意")).By(Leader);
        songfan.Hearing(new EndSitting()).Then(new Referred(2, null, [1], "c-003"), new SittingEnded(OpensAt, new(new(2026, 3, 24), "cn-2026.1", false), "c-003"));
        songfan.HearingView().Issues.Select(i => i.Outcome).Should().Equal(IssueOutcome.Agreed, IssueOutcome.Referred);
        songfan.Hearing(new RecordStudyResult(1, "同意")).ThenRefused(HearingRefusals.NotReferred, 1);
        songfan.At("2026-03-20 09:00").Hearing(new RecordStudyResult(2, "分期实施")).Then(new StudyResultRecorded(2, "分期实施", "c-003", new(2026, 3, 20)))
            .Hearing(new RecordStudyResult(2, "分期实施")).ThenRefused(HearingRefusals.NotReferred, 2);
    }

    [Fact]
    public void H6_An_objection_of_somebody_who_has_left_prevents_nothing()
    {
        var songfan = Opened().Do(new RaiseObjection("p-002", 1, "不同意"), new RaiseObjection("p-002", 2, "不同意"), new RecordLeaving("p-002"));
        songfan.By(Leader).Hearing(new Conclude(1, "四月清淤")).Then(new Concluded(1, "四月清淤", "c-003"));
        songfan.HearingView().Issues.Select(i => i.Objections).Should().Equal([[1], [2]]);
        songfan.Hearing(new EndSitting()).Then(new SittingEnded(OpensAt, new(new(2026, 3, 24), "cn-2026.1", false), "c-003"));
        songfan.HearingView().Issues.Select(i => i.Outcome).Should().Equal(IssueOutcome.Concluded, IssueOutcome.Agreed);
        songfan.Hearing(new Refer(2, "再研究")).Then(new Referred(2, "再研究", [], "c-003"));
    }

    [Fact]
    public void H6_An_objection_counts_again_when_who_made_it_comes_back()
    {
        var songfan = Opened().Do(new RaiseObjection("p-002", 1, "不同意"), new RecordLeaving("p-002"), new RecordAttendance(["p-002"]));
        songfan.By(Leader).Hearing(new Conclude(1, "四月清淤")).ThenRefused(HearingRefusals.NoAgreement, 1, "1");
    }

    [Fact]
    public void H6_The_chair_may_refer_an_issue_that_nobody_objects_to() => Chairing()
        .Hearing(new Refer(1, "须勘察")).Then(new Referred(1, "须勘察", [], "c-003")).Hearing(new Refer(1, "须勘察")).ThenNothing()
        .Hearing(new Conclude(1, "四月")).ThenRefused(HearingRefusals.IssueDecided, 1);

    [Fact]
    public void H5_Another_leader_of_the_team_may_take_the_chair()
    {
        var songfan = Chairing().By(OtherLeader);
        songfan.Hearing(new EndSitting()).ThenRefused(HearingRefusals.NotChair, "c-003");
        songfan.Hearing(new TakeChair("急病")).Then(new ChairTaken("c-001", "c-003", "急病")).Hearing(new TakeChair("急病")).ThenNothing().Do(new EndSitting());
    }

    [Fact]
    public void H4_An_objection_lapses_with_the_recusal_of_who_made_it()
    {
        var songfan = Opened().Do(new RaiseObjection("c-005", 1, "不同意"), new RaiseObjection("p-002", 2, "不同意"));
        songfan.Hearing(new RecuseOfficer("c-005", "利害关系", null)).Then(new ObjectionWithdrawn(1, "c-005", "c-010"), new OfficerRecused("c-005", "利害关系", "c-010"));
        songfan.Hearing(new RecuseRepresentative("p-002", "利害关系")).Then(new ObjectionWithdrawn(2, "p-002", "c-010"), new RepresentativeRecused("p-002", "利害关系", "c-010"));
    }

    [Fact]
    public void H5_The_minutes_are_corrected_visibly_until_the_hearing_is_closed()
    {
        var songfan = Held();
        songfan.By(Citizen("p-001")).Hearing(new CorrectEntry(1, "何时动工?", "误记")).Then(new EntryCorrected(1, "何时动工?", "误记", "p-001", OpensAt));
        songfan.Hearing(new CorrectEntry(2, "五月", "误记")).ThenRefused(HearingRefusals.NotTheSpeaker, "c-004");
        songfan.By(Office).Hearing(new CorrectEntry(9, "五月", "误记")).ThenRefused(HearingRefusals.NoSuchEntry, 9);
        Closed().Hearing(new CorrectEntry(1, "何时动工?", "误记")).ThenRefused(HearingRefusals.IsClosed);
    }

    [Fact]
    public void What_is_for_the_time_before_is_refused_while_it_sits()
    {
        HearingCommand[] before = [new ReviseTopic("道路", "合并"), new AddIssue("路灯", []), new RecordNotice("n-1"), new WithdrawRepresentative("p-001", "有事"), new CloseSignUp(), new Postpone("台风")];
        foreach (var command in before) Opened().Hearing(command).ThenRefused(HearingRefusals.AlreadyOpened);
        Opened().Published("f-1", DisclosureKind.HearingFeedback, 0, [1]).Hearing(new RecordFeedback("f-1")).ThenRefused(HearingRefusals.NotHeld);
    }
}
