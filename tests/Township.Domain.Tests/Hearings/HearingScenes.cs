using Township.Disclosures;
using Township.IssueReports;
using static Township.Hearings.HearingCommand;
using static Township.Songfan;

namespace Township.Hearings;

/// <summary>How far the hearing 2026-01 has come, each from the one before. The office acts until the sitting is opened by c-003.</summary>
static class HearingScenes
{
    public static readonly DateTimeOffset OpensAt = Time("2026-03-10 09:00");
    public static readonly DateTimeOffset ArrangedAt = Time("2026-03-01 09:00");
    public static readonly RepresentativeGroup Farmers = new("farmers", "种粮大户", 2, 1, 2);

    /// <summary>Three reports r-1, r-2, r-3 are filed.</summary>
    public static Songfan Reported()
    {
        var songfan = new Songfan().At("2026-02-25 09:00");
        foreach (var id in (string[])["r-1", "r-2", "r-3"])
            songfan.Has(new IssueReportCommand.FileIssue(ReporterKind.Citizen, null, IssueCategory.Water, "水渠堵塞", "p-050", PersonalText.About("p-050", "陈静")), id);
        return songfan;
    }

    /// <summary>Two issues: r-1 and r-2 in the first, r-3 in the second. On Sunday, 1 March.</summary>
    public static Songfan Prepared()
    {
        var songfan = Reported().At(ArrangedAt).By(Office).Do(new Prepare("农田水利"), new AddIssue("水渠清淤", ["r-1", "r-2"]), new AddIssue("机耕路", ["r-3"]));
        return songfan.Has(new IssueReportCommand.Consolidate("2026-01", 1), "r-1").Has(new IssueReportCommand.Consolidate("2026-01", 1), "r-2")
            .Has(new IssueReportCommand.Consolidate("2026-01", 2), "r-3");
    }

    public static Songfan Arranged() => Prepared().Do(new Arrange(OpensAt, "乡政府礼堂", ["各村村民代表"], null));

    /// <summary>Published by broadcast and notice board on Monday, 2 March.</summary>
    public static Songfan Noticed() =>
        Arranged().Published("n-1", DisclosureKind.HearingNotice, 1, [], (Channel.Broadcast, "2026-03-02 10:00"), (Channel.NoticeBoard, "2026-03-02 11:00")).Do(new RecordNotice("n-1"));

    /// <summary>p-001 and p-002 signed up, p-011 was invited; c-004 and c-005 are the officers. Three are confirmed, two must come.</summary>
    public static Songfan Confirmed() => Seated(Noticed());

    public static Songfan Seated(Songfan songfan) => songfan.Do(
        new SetGroups([Farmers]), new SignUp("p-001", "farmers", "一"), new SignUp("p-002", "farmers", "二"), new Invite("p-011", "farmers", "三"), new AcceptInvitation("p-011"),
        new CloseSignUp(), new ConfirmRepresentatives(), new AppointOfficer("c-004"), new AppointOfficer("c-005"));

    /// <summary>The day has come, and everybody.</summary>
    public static Songfan Gathered() => Confirmed().At(OpensAt).Do(new RecordAttendance(["p-001", "p-002", "p-011", "c-004", "c-005"]));

    public static Songfan Opened() => Gathered().By(Leader).Do(new OpenSitting()).By(Office);

    /// <summary>Issue 1 was concluded; somebody objected on issue 2.</summary>
    public static Songfan Held() => Opened()
        .Do(new Ask("p-001", 1, "何时清淤?"), new Explain("c-004", 1, "四月。"), new RaiseObjection("p-002", 2, "不同意"))
        .By(Leader).Do(new Conclude(1, "四月清淤"), new EndSitting()).By(Office);

    /// <summary>Issue 1 has a measure, issue 2 was referred; both were fed back through all channels.</summary>
    public static Songfan Accounted() => FedBack(Held().Do(new AssignMeasure(1, "清淤", "c-005", new(2026, 4, 30))));

    public static Songfan FedBack(Songfan songfan) => songfan.Published("f-1", DisclosureKind.HearingFeedback, 0, [1, 2], (Channel.DisclosureBoard, "2026-03-12 09:00"),
        (Channel.ExplanatoryNotice, "2026-03-12 10:00"), (Channel.MeetingBriefing, "2026-03-13 09:00")).Do(new RecordFeedback("f-1"));

    public static Songfan Closed() => Accounted().Do(new Close());
}
