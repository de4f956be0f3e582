using CsCheck;
using Township.Disclosures;
using Township.Draws;
using Township.IssueReports;
using Township.Promises;
using static Township.Hearings.HearingCommand;
using static Township.Hearings.HearingScenes;
using static Township.Songfan;

namespace Township.Hearings;

/// <summary>
/// Whatever is done in whichever order: no hearing opens early, seats more than its capacity, lets an officer represent, closes with an issue
/// unaccounted for, or loses a report. The world decides everything twice, the second time from what is stored.
/// </summary>
public sealed class HearingProperties
{
    static readonly Actor Both = Person("c-003", Roles.Leader, Roles.Office, Roles.System);
    static readonly EquatableList<Channel> Channels = [.. Enum.GetValues<Channel>()];
    static readonly Gen<string> Someone = Gen.OneOf("p-001", "p-002", "p-003", "p-007", "c-004", "c-006");
    static readonly Gen<int> Issue = Gen.Int[1, 3];
    static readonly Gen<string> Report = Gen.OneOf("r-1", "r-2", "r-3");
    static readonly RepresentativeGroup Group = new("farmers", "种粮大户", 2, 1, 2);

    static readonly Gen<HearingCommand> Agenda = Gen.OneOf<HearingCommand>(
        Gen.OneOf("农田", "道路").Select(t => (HearingCommand)new ReviseTopic(t, "合并")),
        Report.Select(r => (HearingCommand)new AddIssue("水渠", [r])),
        Gen.Select(Issue, Report, (i, r) => (HearingCommand)new AssignReports(i, [r])),
        Gen.Select(Issue, Report, (i, r) => (HearingCommand)new RemoveReport(i, r, "不相干")),
        Issue.Select(i => (HearingCommand)new DropIssue(i, "已解决")),
        Gen.Select(Gen.Int[1, 20], Gen.OneOf("礼堂", "二楼"), (d, p) => (HearingCommand)new Arrange(ArrangedAt.AddDays(d), p, ["村民"], "变更")),
        Gen.OneOf("n-1", "n-2").Select(n => (HearingCommand)new RecordNotice(n)),
        Gen.OneOf<HearingCommand>(new Prepare("农田"), new EndNoticePeriod(), new Postpone("台风"), new Cancel("已解决")));

    static readonly Gen<HearingCommand> People = Gen.OneOf<HearingCommand>(
        Someone.Select(p => (HearingCommand)new SignUp(p, "farmers", p)), Someone.Select(p => (HearingCommand)new Invite(p, "farmers", p)),
        Someone.Select(p => (HearingCommand)new AcceptInvitation(p)), Someone.Select(p => (HearingCommand)new DeclineInvitation(p)),
        Someone.Select(p => (HearingCommand)new WithdrawRepresentative(p, "有事")), Someone.Select(p => (HearingCommand)new RecuseRepresentative(p, "回避")),
        Someone.Select(p => (HearingCommand)new AppointOfficer(p)), Gen.Select(Someone, Someone, (p, q) => (HearingCommand)new RecuseOfficer(p, "回避", q == p ? null : q)),
        Gen.Const((HearingCommand)new AttachDraw("farmers")), Gen.Const((HearingCommand)new SeatByDraw("farmers")),
        Gen.OneOf<HearingCommand>(new SetGroups([Group]), new CloseSignUp(), new ReopenSignUp("补报"), new ConfirmRepresentatives()));

    static readonly Gen<HearingCommand> Sitting = Gen.OneOf<HearingCommand>(
        Someone.Select(p => (HearingCommand)new RecordAttendance([p])), Someone.Select(p => (HearingCommand)new RecordLeaving(p)),
        Gen.Select(Someone, Issue, (p, i) => (HearingCommand)new Ask(p, i, "?")), Gen.Select(Someone, Gen.Int[1, 6], (p, q) => (HearingCommand)new Explain(p, q, "!")),
        Gen.Int[1, 6].Select(q => (HearingCommand)new LeaveUnanswered(q, "无")), Gen.Select(Someone, Issue, (p, i) => (HearingCommand)new RaiseObjection(p, i, "不")),
        Gen.Select(Someone, Gen.Int[1, 6], (p, o) => (HearingCommand)new WithdrawObjection(p, o)), Issue.Select(i => (HearingCommand)new Conclude(i, "可")), Issue.Select(i => (HearingCommand)new Refer(i, "研究")),
        Someone.Select(p => (HearingCommand)new RaiseIssue(p, "路灯", "暗")), Gen.OneOf<HearingCommand>(new OpenSitting(), new EndSitting(), new TakeChair("急病")));

    static readonly Gen<HearingCommand> Accounts = Gen.OneOf<HearingCommand>(
        Issue.Select(i => (HearingCommand)new AssignMeasure(i, "清淤", "c-005", new(2026, 12, 31))), Issue.Select(i => (HearingCommand)new CompleteMeasure(i, 1, "完成")),
        Issue.Select(i => (HearingCommand)new LinkPromise(i, $"2026-01.{i}")), Gen.OneOf("f-1", "f-2").Select(f => (HearingCommand)new RecordFeedback(f)),
        Issue.Select(i => (HearingCommand)new Reopen([i], "塌方", "变化")), Issue.Select(i => (HearingCommand)new RecordStudyResult(i, "同意")),
        Gen.OneOf<HearingCommand>(new Close(), new MarkFeedbackOverdue(), new MarkMeasureOverdue(1, 1)));

    static readonly Gen<string> Draws = Gen.OneOf("hearing.2026-01.farmers", "hearing.2026-01.farmers.2");

    // What happens around the hearing meanwhile: publications, corrections, draws, promises, reports that follow.
    static readonly Gen<Action<Songfan>> Around = Gen.OneOf<Action<Songfan>>(
        Gen.Select(Gen.OneOf("n-1", "n-2", "f-1", "f-2"), Gen.Int[0, 6], (id, c) => (Action<Songfan>)(s => s.Try(new DisclosureCommand.Publish(Channels[c], s.Now, "照片"), id))),
        Gen.Select(Gen.OneOf("n-1", "n-2"), Gen.Int[1, 3], (id, r) => (Action<Songfan>)(s => s.Try(Draft(DisclosureKind.HearingNotice, r, []), id))),
        Gen.OneOf("f-1", "f-2").Select(id => (Action<Songfan>)(s => s.Try(Draft(DisclosureKind.HearingFeedback, 0, [1, 2, 3]), id))),
        Gen.OneOf("n-1", "f-1").Select(id => (Action<Songfan>)(s => s.Try(new DisclosureCommand.Correct("更正", $"{s.Now}", "笔误"), id))),
        Draws.Select(id => (Action<Songfan>)(s => s.Try(new DrawCommand.Freeze(Applicants(s), [], "fc3d", LocalTime.DateOf(s.Now)), id))),
        Draws.Select(id => (Action<Songfan>)(s => s.Try(new DrawCommand.Reveal([1, 2, 3]), id))),
        Draws.Select(id => (Action<Songfan>)(s => s.Try(new DrawCommand.Void("名单有误"), id))),
        Issue.Select(i => (Action<Songfan>)(s => s.Try(new PromiseCommand.Make("c-005", new(2026, 12, 31), "清淤", "汛期"), $"2026-01.{i}"))),
        Gen.Select(Report, Issue, (r, i) => (Action<Songfan>)(s => s.Try(new IssueReportCommand.Consolidate("2026-01", i), r))),
        Report.Select(r => (Action<Songfan>)(s => s.Try(new IssueReportCommand.Release("2026-01"), r))));

    static DisclosureCommand.Draft Draft(DisclosureKind kind, int revision, EquatableList<int> issues) =>
        new(kind, new("hearing/songfan/2026-01", revision, issues), DisclosureAudience.Public, DisclosureForm.FullText, "公告", "内容", null);

    static EquatableList<string> Applicants(Songfan s) =>
        [.. s.HearingView().People.Representatives.Where(r => r.Standing == RepresentativeStanding.SignedUp).Select(r => r.PersonId)];

    // What would break a promise if it were let through.
    static readonly HearingCommand[] Tempting =
    [
        new OpenSitting(), new EndSitting(), new Close(), new SeatByDraw("farmers"), new CloseSignUp(),
        new SignUp("c-004", "farmers", "四"), new AppointOfficer("p-001"), new AddIssue("水渠", ["r-1"]), new Conclude(2, "可"),
    ];

    static readonly Gen<Action<Songfan>> Steps = Gen.Frequency(
        (6, Commands(Gen.OneOf(Tempting))), (3, Commands(Agenda)), (4, Commands(People)), (5, Commands(Sitting)), (3, Commands(Accounts)), (4, Around), (2, Gen.Int[1, 40].Select(h => (Action<Songfan>)(s => s.At(s.Now.AddHours(h))))));

    static Gen<Action<Songfan>> Commands(Gen<HearingCommand> commands) => commands.Select(c => (Action<Songfan>)(s => s.Hearing(c)));

    // Every one of them is a step or two away from what must not happen.
    static readonly Func<Songfan>[] Beginnings =
        [Listed, Prepared, Arranged, Noticed, Confirmed, SigningUp, Drawing, GatheredTooEarly, Gathered, Opened, Asked, Held, () => FedBack(Held()), Accounted, Closed];

    // The report does not know yet that it went into the issue.
    static Songfan Listed() => Reported().By(Office).Do(new Prepare("农田水利"), new AddIssue("水渠清淤", ["r-1"]));

    static Songfan SigningUp() => Noticed().Do(new SetGroups([Group]), new AppointOfficer("c-004"), new SignUp("p-001", "farmers", "一"));

    static Songfan Drawing()
    {
        var songfan = Noticed().Do(new SetGroups([Group]), new SignUp("p-001", "farmers", "一"), new SignUp("p-002", "farmers", "二"), new SignUp("p-003", "farmers", "三"), new CloseSignUp());
        var day = LocalTime.DateOf(songfan.Now);
        songfan.Has(new DrawCommand.Freeze(Applicants(songfan), [], "fc3d", day), "hearing.2026-01.farmers").Do(new AttachDraw("farmers"));
        return songfan.At(LocalTime.StartOf(day.AddDays(1))).Has(new DrawCommand.Reveal([1, 2, 3]), "hearing.2026-01.farmers");
    }

    // Everybody is there on the day, but the notice board came three days late.
    static Songfan GatheredTooEarly() =>
        Seated(Arranged().Published("n-1", DisclosureKind.HearingNotice, 1, [], (Channel.Broadcast, "2026-03-02 10:00"), (Channel.NoticeBoard, "2026-03-05 10:00")).Do(new RecordNotice("n-1")))
            .At(OpensAt).Do(new RecordAttendance(["p-001", "p-002", "c-004"]));

    static Songfan Asked() => Opened().Do(new Ask("p-001", 1, "?"), new RaiseObjection("p-002", 2, "不"));

    [Fact]
    public void No_sequence_of_commands_breaks_what_a_hearing_promises() => Gen.Select(Gen.OneOf(Beginnings), Steps.Array[1, 40]).Sample((begin, steps) => Live(begin(), steps), iter: 120);

    [Fact]
    public void Nor_does_the_one_command_that_would()
    {
        foreach (var begin in Beginnings)
            foreach (var command in Tempting) Live(begin(), s => s.Hearing(command), s => s.Hearing(command));
    }

    static void Live(Songfan songfan, params ReadOnlySpan<Action<Songfan>> steps)
    {
        songfan.By(Both);
        foreach (var step in steps)
        {
            var before = songfan.HearingView();
            step(songfan);
            Holds(before, songfan.HearingView(), songfan);
        }
    }

    static void Holds(HearingView before, HearingView now, Songfan songfan)
    {
        if (before.Status is HearingStatus.Preparing && now.Status is HearingStatus.Sitting)
        {
            now.NoticePeriod!.EarliestOn.Should().BeOnOrBefore(LocalTime.DateOf(now.Sitting!.OpenedAt));
            now.Arrangement!.OpensAt.Should().BeOnOrBefore(now.Sitting.OpenedAt);
            now.People.Attending.Count(p => now.People.Find(p) is { Standing: RepresentativeStanding.Seated }).Should().BeGreaterThanOrEqualTo(now.People.Quorum!.Value);
        }

        if (now.Status is not HearingStatus.Unplanned) NobodyIsBoth(now.People);
        if (before.Status is HearingStatus.Held && now.Status is HearingStatus.Closed)
            now.Issues.Should().OnlyContain(i => i.IsAccountedFor() && i.IsFedBack(Townships.HearingPolicy.Default.Values.FeedbackChannels));
        if (now.Status >= HearingStatus.Held && now.Status != HearingStatus.Cancelled) now.Sitting!.OpenQuestions.Should().BeEmpty();
        NobodyWhoIsThereObjects(before, now, songfan);
        NoReportIsLost(now, songfan);
    }

    // To what is concluded or agreed on by this step; who comes back later changes nothing.
    static void NobodyWhoIsThereObjects(HearingView before, HearingView now, Songfan songfan)
    {
        var speakers = songfan.HearingState() switch
        {
            Hearing.Sitting sitting => sitting.Minutes.Speakers,
            Hearing.Held held => held.Minutes.Speakers,
            _ => [],
        };
        now.Issues.Where(i => IsSettled(i) && before.Issue(i.Number) is { } earlier && !IsSettled(earlier))
            .SelectMany(i => i.Objections).Should().NotContain(o => now.People.Attending.Contains(speakers[o - 1]));

        static bool IsSettled(HearingIssue issue) => issue.Outcome is IssueOutcome.Concluded or IssueOutcome.Agreed;
    }

    static void NobodyIsBoth(HearingPeople people)
    {
        people.Representatives.Select(r => r.PersonId).Should().OnlyHaveUniqueItems();
        people.Officers.Should().NotContain(o => people.Find(o.CadreId) != null && people.Find(o.CadreId)!.Standing < RepresentativeStanding.Declined);
        foreach (var group in people.Groups)
        {
            Count(group, RepresentativeWay.SignUp, RepresentativeStanding.Seated).Should().BeLessThanOrEqualTo(group.SignUpSeats);
            (Count(group, RepresentativeWay.Invitation, RepresentativeStanding.Seated) + Count(group, RepresentativeWay.Invitation, RepresentativeStanding.Invited)).Should().BeLessThanOrEqualTo(group.InvitedSeats);
        }

        int Count(RepresentativeGroup group, RepresentativeWay way, RepresentativeStanding standing) => people.Representatives.Count(r => (r.GroupId, r.Way, r.Standing) == (group.Id, way, standing));
    }

    // Every report is open, answered, or in an issue that exists; no report is in two issues.
    static void NoReportIsLost(HearingView now, Songfan songfan)
    {
        now.Issues.Where(i => !i.Dropped).SelectMany(i => i.ReportIds).Should().OnlyHaveUniqueItems();
        foreach (var id in (string[])["r-1", "r-2", "r-3"])
        {
            var report = songfan.ReportView(id);
            report.Status.Should().BeOneOf(IssueReportStatus.Open, IssueReportStatus.Consolidated);
            (report.Status == IssueReportStatus.Consolidated).Should().Be(report.Placements is [.., { ReleasedOn: null }]);
            if (report.Placements is [.., { ReleasedOn: null } at]) now.Issue(at.IssueNumber).Should().NotBeNull();
        }
    }
}
