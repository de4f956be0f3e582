using Township.Disclosures;
using Township.Hearings;
using Township.Townships;
using static Township.Hearings.HearingEvent;

namespace Township;

/// <summary>A hearing with everything that can happen to one, in an order that its rules allow.</summary>
static class HearingLife
{
    static readonly PersonalText Said = PersonalText.Sealed("p-1", 1, "AAAA");

    public static readonly HearingEvent[] Agenda =
    [
        new Prepared("道路与饮水", HearingPolicy.Default, "c-001"),
        new IssueAdded(1, "修路", ["r-1", "r-2"], null),
        new IssueAdded(2, "饮水", ["r-3"], null),
        new IssueAdded(3, "路灯", [], null),
        new ReportsAssigned(3, ["r-4"]),
        new ReportRemoved(1, "r-2", "…"),
        new TopicRevised("道路、饮水", "…", null),
        new WorkPlanned([new("…", "c-002", Due(3, 5))]),
        new Arranged(At(20, 1), "乡政府", ["各村"], null, new(1, At(1, 1))),
    ];

    // 广播 on the second, 公告 on the third; then the place changes, and both are published anew.
    public static readonly HearingEvent[] Noticed =
    [
        new NoticeRecorded("d-1", 1, [new("d-1", Channel.Broadcast, At(2, 1), "…")], null),
        new NoticeRecorded("d-1", 1, [new("d-1", Channel.Broadcast, At(2, 1), "…"), new("d-1", Channel.NoticeBoard, At(3, 1), "…")], Period(3, 11)),
        new NoticePeriodEnded(1, new(2026, 3, 11)),
        new TaskCompleted(1, "c-002", new(2026, 3, 5)),
        new IssueDropped(3, ["r-4"], "…", new(2, At(6, 1))),
        new Arranged(At(20, 1), "文化礼堂", ["各村"], "…", new(3, At(6, 2))),
        new NoticeRecorded("d-2", 3, [new("d-2", Channel.Broadcast, At(7, 1), "…"), new("d-2", Channel.NoticeBoard, At(7, 1), "…")], Period(7, 15)),
        new NoticePeriodEnded(3, new(2026, 3, 15)),
    ];

    public static readonly HearingEvent[] People =
    [
        new GroupsSet([new("farmers", "种粮大户", 2, 1, 1)]),
        new SignedUp("p-1", "farmers", Said, "p-1"),
        new SignedUp("p-2", "farmers", Said, "p-2"),
        new SignedUp("p-4", "farmers", Said, "p-4"),
        new SignUpClosed(),
        new DrawAttached("farmers", "2026-01.farmers", "…", null),
        new GroupSeated("farmers", ["p-1", "p-2"], ["p-4"], "2026-01.farmers"),
        new Invited("p-3", "farmers", Said, "c-001"),
        new InvitationAccepted("p-3", "p-3"),
        new Invited("p-5", "farmers", Said, "c-001"),
        new InvitationDeclined("p-5", "p-5"),
        new RepresentativesConfirmed(3, 2),
        new OfficerAppointed("c-003", true, [], null),
        new OfficerAppointed("c-004", false, [], null),
        new OfficerRecused("c-004", Said, "c-001"),
        new RepresentativeWithdrew("p-2", Said, "p-2"),
        new ReservePromoted("p-4", "p-2"),
        new Postponed(PostponementCause.BelowQuorum, "…", "c-001"),
        new SignUpReopened("…"),
        new RepresentativesConfirmed(3, 2),
        new Arranged(At(21, 1), "文化礼堂", ["各村"], "…", new(4, At(8, 1))),
        new NoticeRecorded("d-3", 4, [new("d-3", Channel.Broadcast, At(9, 1), "…"), new("d-3", Channel.NoticeBoard, At(9, 1), "…")], Period(9, 17)),
        // The broadcast was taken back: what the disclosure shows now counts.
        new NoticeRecorded("d-3", 4, [new("d-3", Channel.NoticeBoard, At(9, 1), "…")], null),
        new NoticeRecorded("d-4", 4, [new("d-4", Channel.Broadcast, At(10, 1), "…")], Period(10, 18)),
        new NoticePeriodEnded(4, new(2026, 3, 18)),
        new AttendanceRecorded(["p-1", "p-3", "p-4", "c-003"], At(21, 1)),
        new RepresentativeRecused("p-4", Said, "c-001"),
    ];

    public static readonly HearingEvent[] Sitting =
    [
        new Opened("c-005", At(21, 1), Period(10, 18), 2, 1, 2),
        new ChairTaken("c-006", "c-005", "…"),
        new Asked(1, "p-1", 1, Said, "c-001"),
        new Asked(2, "p-3", 2, Said, "c-001"),
        new Explained(3, "c-003", 1, Said, "c-001"),
        new LeftUnanswered(2, "…", "c-006"),
        new OpinionStated(4, "p-1", 1, Said, "c-001"),
        new Suggested(5, "p-1", 1, Said, "c-001"),
        new Discussed(6, "c-003", 1, 5, Said, "c-001"),
        new IssueRaised(7, "p-3", 4, "校车", Said, "c-001"),
        new Objected(8, "p-3", 2, Said, "c-001"),
        new Objected(9, "p-1", 1, Said, "c-001"),
        new ObjectionWithdrawn(9, "p-1", "p-1"),
        new EntryCorrected(4, Said, "…", "c-001", At(21, 2)),
        new Concluded(1, "…", "c-006"),
        new LeavingRecorded("p-3", At(21, 3)),
        new Referred(2, null, [8], "c-006"),
        new SittingEnded(At(21, 4), Due(4, 3), "c-006"),
    ];

    public static readonly HearingEvent[] Afterwards =
    [
        new MeasureAssigned(1, 1, "硬化路面", "c-002", Due(4, 30), "c-001"),
        new MeasureOverdue(1, 1, new(2026, 4, 30)),
        new MeasureCompleted(1, 1, "…", "c-001", new(2026, 5, 2), true),
        new PromiseLinked(4, "2026-01.4", "c-001"),
        new StudyResultRecorded(2, "…", "c-005", new(2026, 3, 30)),
        new FeedbackRecorded("d-8", [1, 2], [new("d-8", Channel.DisclosureBoard, At(25, 1), "…"), new("d-8", Channel.MeetingBriefing, At(26, 1), "…")]),
        new FeedbackRecorded("d-8", [1], [new("d-8", Channel.DisclosureBoard, At(25, 1), "…")]),
        new FeedbackOverdue([1, 2, 4], new(2026, 4, 3)),
        new Closed("c-001", new(2026, 4, 10)),
        new Reopened([1], "…", "…", Due(6, 1), "c-005", At(27, 1)),
        new Referred(1, "…", [], "c-005"),
        new FeedbackRecorded("d-9", [1], [new("d-9", Channel.DisclosureBoard, At(28, 1), "…")]),
        new Closed("c-001", new(2026, 5, 20)),
    ];

    public static readonly HearingEvent[] All = [.. Agenda, .. Noticed, .. People, .. Sitting, .. Afterwards];

    static DateTimeOffset At(int day, int hour) => new(2026, 3, day, hour, 0, 0, TimeSpan.Zero);

    static DueDate Due(int month, int day) => new(new(2026, month, day), "cn-2026.1", false);

    static NoticePeriod Period(int from, int earliest) => new(new(2026, 3, from), 7, NoticeProfile.NaturalDays, new(2026, 3, earliest), "cn-2026.1", false);
}
