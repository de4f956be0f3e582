using CsCheck;
using Township.Disclosures;
using Township.Townships;
using static Township.Hearings.HearingCommand;
using static Township.Hearings.HearingEvent;
using static Township.Hearings.HearingScenes;
using static Township.Songfan;

namespace Township.Hearings;

/// <summary>H3: published one week ahead through broadcast and notice board; not opened before seven full days after the later of them.</summary>
public sealed class HearingNoticeTests
{
    static NoticePeriod Natural(DateOnly from) => new(from, 7, NoticeProfile.NaturalDays, from.AddDays(8), "cn-2026.1", false);

    // The whole way to the opening, under a policy, with notices at these times and the hearing at nine on a day.
    static Act<HearingEvent> Opening(HearingPolicyValues policy, DateOnly on, string arranged, params ReadOnlySpan<(Channel, string)> channels)
    {
        var songfan = Reported().At(arranged).By(Office).Has(policy)
            .Do(new Prepare("农田水利"), new AddIssue("水渠清淤", ["r-1"]), new Arrange(LocalTime.StartOf(on).AddHours(9), "礼堂", ["村民代表"], null))
            .Published("n-1", DisclosureKind.HearingNotice, 1, [], channels).Do(new RecordNotice("n-1"));
        return Seated(songfan).At(LocalTime.StartOf(on).AddHours(9)).Do(new RecordAttendance(["p-001", "p-002", "c-004"])).By(Leader).Hearing(new OpenSitting());
    }

    static HearingPolicyValues Policy(NoticeProfile profile = NoticeProfile.NaturalDays) => HearingPolicy.Default.Values with { NoticeProfile = profile };

    static void IsFirst(string published, NoticeProfile profile, string first, params ReadOnlySpan<(Channel, string)> channels)
    {
        var (from, day, arranged) = (Day(published), Day(first), "2026-02-26 09:00");
        Opening(Policy(profile), day.AddDays(-1), arranged, channels).ThenRefused(HearingRefusals.NoticeTooShort, LocalTime.Show(from), first);
        Opening(Policy(profile), day, arranged, channels).ThenAccepted().HearingView().Status.Should().Be(HearingStatus.Sitting);
    }

    [Fact]
    public void H3_Published_on_the_2nd_of_March_it_opens_on_the_10th_and_not_on_the_9th() => IsFirst(
        "2026-03-02", NoticeProfile.NaturalDays, "2026-03-10", (Channel.Broadcast, "2026-03-02 10:00"), (Channel.NoticeBoard, "2026-03-02 11:00"));

    [Fact]
    public void H3_By_the_statutory_profile_it_opens_on_the_12th() => IsFirst(
        "2026-03-02", NoticeProfile.Workdays, "2026-03-12", (Channel.Broadcast, "2026-03-02 10:00"), (Channel.NoticeBoard, "2026-03-02 11:00"));

    [Fact]
    public void H3_The_later_of_the_channels_counts() => IsFirst(
        "2026-03-05", NoticeProfile.NaturalDays, "2026-03-13", (Channel.Broadcast, "2026-03-02 10:00"), (Channel.NoticeBoard, "2026-03-05 00:00"));

    [Fact]
    public void H3_A_channel_that_is_not_required_does_not_count() => IsFirst(
        "2026-03-02", NoticeProfile.NaturalDays, "2026-03-10", (Channel.Broadcast, "2026-03-02 10:00"), (Channel.NoticeBoard, "2026-03-02 11:00"), (Channel.Web, "2026-03-06 09:00"));

    // 15:59 UTC on the 2nd is still the 2nd in Shanghai, 16:00 UTC is the 3rd.
    [Theory]
    [InlineData("2026-03-02T15:59:59+00:00", "2026-03-02", "2026-03-10")]
    [InlineData("2026-03-02T16:00:00+00:00", "2026-03-03", "2026-03-11")]
    [InlineData("2026-03-03T00:00:00+08:00", "2026-03-03", "2026-03-11")]
    [InlineData("2026-03-02T00:00:00+00:00", "2026-03-02", "2026-03-10")]
    public void H3_Days_are_those_of_Shanghai(string at, string day, string first) =>
        IsFirst(day, NoticeProfile.NaturalDays, first, (Channel.Broadcast, "2026-03-01 10:00"), (Channel.NoticeBoard, at));

    // Spring festival 2026: off from 02-15 to 02-23, worked on Saturdays 02-14 and 02-28.
    [Theory]
    [InlineData(NoticeProfile.NaturalDays, "2026-02-18")]
    [InlineData(NoticeProfile.Workdays, "2026-02-27")]
    public void H3_Around_the_spring_festival_natural_days_go_on_and_workdays_do_not(NoticeProfile profile, string first)
    {
        var (day, channels) = (Day(first), new[] { (Channel.Broadcast, "2026-02-10 10:00"), (Channel.NoticeBoard, "2026-02-10 11:00") });
        Festival(day.AddDays(-1)).Refusal!.Code.Should().Be(HearingRefusals.NoticeTooShort.Code);
        Festival(day).ThenAccepted();

        Act<HearingEvent> Festival(DateOnly on) => Seated(new Songfan().At("2026-02-09 09:00").By(Office).Has(Policy(profile))
            .Do(new Prepare("农田水利"), new AddIssue("水渠清淤", []), new Arrange(LocalTime.StartOf(on).AddHours(9), "礼堂", ["村民代表"], null))
            .Published("n-1", DisclosureKind.HearingNotice, 1, [], channels).Do(new RecordNotice("n-1")))
            .At(LocalTime.StartOf(on).AddHours(9)).Do(new RecordAttendance(["p-001", "p-002", "c-004"])).By(Leader).Hearing(new OpenSitting());
    }

    // Counted here day by day, and not as the rule computes it.
    [Fact]
    public void H3_No_hearing_opens_early_whatever_the_channels_their_hours_and_the_profile() =>
        Gen.Select(Gen.Int[0, 24 * 20], Gen.Int[0, 24 * 20], Gen.Int[1, 40], Gen.Bool).Sample((broadcast, board, day, workdays) =>
        {
            var (arranged, on) = (Time("2026-02-04 00:00"), new DateOnly(2026, 2, 4).AddDays(day));
            if (Math.Max(broadcast, board) >= day * 24 + 9) return;
            var last = LocalTime.DateOf(arranged.AddHours(Math.Max(broadcast, board)));
            var full = Enumerable.Range(1, 40).Select(last.AddDays).TakeWhile(d => d < on).Count(d => !workdays || Calendars.WorkCalendar.Newest.IsWorkday(d));
            var opened = Seated(new Songfan().At(arranged).By(Office).Has(Policy(workdays ? NoticeProfile.Workdays : NoticeProfile.NaturalDays))
                .Do(new Prepare("农田水利"), new AddIssue("水渠清淤", []), new Arrange(LocalTime.StartOf(on).AddHours(9), "礼堂", ["村民代表"], null))
                .Published("n-1", DisclosureKind.HearingNotice, 1, [], InOrder((Channel.Broadcast, broadcast), (Channel.NoticeBoard, board))).Do(new RecordNotice("n-1")))
                .At(LocalTime.StartOf(on).AddHours(9)).Do(new RecordAttendance(["p-001", "p-002", "c-004"])).By(Leader).Hearing(new OpenSitting());
            (opened.Refusal is null).Should().Be(full >= 7, $"published {last}, opened {on}");

            (Channel, string)[] InOrder(params (Channel Channel, int Hours)[] channels) =>
                [.. channels.OrderBy(c => c.Hours).Select(c => (c.Channel, arranged.AddHours(c.Hours).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)))];
        }, iter: 60);

    [Fact]
    public void H3_What_was_published_where_when_and_with_which_evidence_is_on_record()
    {
        var songfan = Arranged().Published("n-1", DisclosureKind.HearingNotice, 1, [], (Channel.Broadcast, "2026-03-02 10:00"));
        HearingPublication broadcast = new("n-1", Channel.Broadcast, Time("2026-03-02 10:00"), "照片 12 号"), board = new("n-2", Channel.NoticeBoard, Time("2026-03-03 09:00"), "照片 12 号");
        songfan.Hearing(new RecordNotice("n-1")).Then(new NoticeRecorded("n-1", 1, [broadcast], null)).Hearing(new RecordNotice("n-1")).ThenNothing();
        songfan.By(Leader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.ChannelMissing, "NoticeBoard").By(Office);
        songfan.Published("n-2", DisclosureKind.HearingNotice, 1, [], (Channel.NoticeBoard, "2026-03-03 09:00"))
            .Hearing(new RecordNotice("n-2")).Then(new NoticeRecorded("n-2", 1, [board], Natural(new(2026, 3, 3))));
        songfan.HearingView().Notices.Should().Equal(broadcast, board);
    }

    [Fact]
    public void H3_Only_a_published_notice_of_this_revision_of_this_hearing_counts()
    {
        Prepared().Hearing(new RecordNotice("n-1")).ThenRefused(HearingRefusals.NotArranged);
        Arranged().Hearing(new RecordNotice("n-1")).ThenRefused(CommonRefusals.Unknown, "n-1");
        Arranged().Published("n-1", DisclosureKind.HearingNotice, 1, []).Hearing(new RecordNotice("n-1")).ThenRefused(HearingRefusals.NotPublished, "n-1");
        Arranged().Published("n-1", DisclosureKind.HearingOutcome, 1, [], (Channel.Broadcast, "2026-03-02 10:00")).Hearing(new RecordNotice("n-1")).ThenRefused(HearingRefusals.NotItsNotice, "n-1", 1);
        Noticed().Do(new ReviseTopic("水利", "简化")).Hearing(new RecordNotice("n-1")).ThenRefused(HearingRefusals.NotItsNotice, "n-1", 2);
        // Somebody wrote a notice of a revision that was still to come.
        Noticed().Published("n-2", DisclosureKind.HearingNotice, 2, [], (Channel.Broadcast, "2026-03-03 10:00")).At("2026-03-04 09:00").Do(new ReviseTopic("水利", "简化"))
            .Hearing(new RecordNotice("n-2")).ThenRefused(HearingRefusals.PublishedBefore, "n-2", "2026-03-04 09:00");
    }

    [Fact]
    public void H3_A_notice_corrected_or_withdrawn_since_counts_no_longer()
    {
        var corrected = Gathered().Has(new DisclosureCommand.Correct("公告", "更正", "笔误"), "n-1");
        corrected.By(Leader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.ChannelMissing, "Broadcast, NoticeBoard").By(Office);
        corrected.Hearing(new RecordNotice("n-1")).Then(new NoticeRecorded("n-1", 1, [], null));
        Gathered().Has(new DisclosureCommand.Withdraw("有误"), "n-1").By(Leader).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.ChannelMissing, "Broadcast, NoticeBoard");
    }

    [Fact]
    public void H3_The_end_of_the_period_is_put_on_record_by_the_system_when_it_has_come()
    {
        var songfan = Noticed().By(Songfan.System);
        Arranged().By(Songfan.System).Hearing(new EndNoticePeriod()).ThenRefused(HearingRefusals.NoPeriod, 1);
        songfan.At("2026-03-09 23:59").Hearing(new EndNoticePeriod()).ThenRefused(HearingRefusals.NoticeTooShort, "2026-03-02", "2026-03-10");
        songfan.At("2026-03-10 00:00").Hearing(new EndNoticePeriod()).Then(new NoticePeriodEnded(1, new(2026, 3, 10))).Hearing(new EndNoticePeriod()).ThenNothing();
        songfan.HearingView().NoticePeriodEnded.Should().BeTrue();
        songfan.By(Leader).Hearing(new EndNoticePeriod()).ThenRefused(CommonRefusals.NotEntitled, "office, system");
    }

    [Fact]
    public void H4_A_postponed_hearing_needs_a_new_time_and_new_notices()
    {
        var songfan = Confirmed().By(Leader).Hearing(new Postpone("台风")).Then(new Postponed(PostponementCause.Decided, "台风", "c-003")).Hearing(new Postpone("台风")).ThenNothing();
        songfan.HearingView().Status.Should().Be(HearingStatus.Postponed);
        songfan.At(OpensAt).Hearing(new OpenSitting()).ThenRefused(HearingRefusals.IsPostponed);
        var later = Time("2026-03-30 09:00");
        songfan.By(Office).Do(new Arrange(later, "乡政府礼堂", ["各村村民代表"], "台风过后"));
        (songfan.HearingView().Status, songfan.HearingView().Revision, songfan.HearingView().NoticePeriod).Should().Be((HearingStatus.Preparing, 2, null));
        songfan.Published("n-2", DisclosureKind.HearingNotice, 2, [], (Channel.Broadcast, "2026-03-11 10:00"), (Channel.NoticeBoard, "2026-03-11 11:00"))
            .Do(new RecordNotice("n-2")).At(later).Do(new RecordAttendance(["p-001", "p-002", "c-004"])).By(Leader).Do(new OpenSitting());
    }
}
