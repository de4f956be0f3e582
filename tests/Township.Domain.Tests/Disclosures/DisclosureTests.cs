using System.Globalization;
using static Township.Cadres.People;
using static Township.Disclosures.DisclosureCommand;
using static Township.Disclosures.DisclosureEvent;

namespace Township.Disclosures;

/// <summary>§0, H3, H8: what is disclosed 政务公开, for whom, in which form, and on which channels it became public when.</summary>
public sealed class DisclosureTests
{
    static readonly DisclosureSubject Hearing = new("hearing/huimin/2026-01", 2, []);
    static readonly Draft Notice = new(DisclosureKind.HearingNotice, Hearing, DisclosureAudience.Public, DisclosureForm.FullText, "听证公告", "三月十日九时,镇政府会议室。", null);
    static readonly DateTimeOffset Now = Time("2026-03-02 09:00");

    static Drafted Written(Draft draft, string by = "c-001") =>
        new(draft.Kind, draft.Subject, draft.Audience, draft.Form, draft.Title, draft.Content, draft.DisplayDays, by, Now);

    static Publication On(Channel channel, string at, int text = 1, DateOnly? until = null) => new(channel, Time(at), "照片 12", "c-001", text, until);

    static DateTimeOffset Time(string local) => DateTimeOffset.Parse(local + "+08:00", CultureInfo.InvariantCulture).ToUniversalTime();

    static Spec<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView> Drafted => Specs.Disclosure.Given(Notice).At("2026-03-03T12:00+08:00");

    static Publish Through(Channel channel, string at) => new(channel, Time(at), "照片 12");

    [Fact]
    public void A_disclosure_is_drafted_once_with_kind_subject_audience_form_and_text() =>
        Specs.Disclosure.When(Notice).Then(Written(Notice)).When(Notice).ThenRefused(DisclosureRefusals.AlreadyDrafted)
            .When(Notice with { Audience = DisclosureAudience.Cadres }).ThenRefused(DisclosureRefusals.AlreadyDrafted)
            .View.Should().Be(new DisclosureView(DisclosureStatus.Drafted, DisclosureKind.HearingNotice, Hearing, DisclosureAudience.Public, DisclosureForm.FullText,
                "听证公告", "三月十日九时,镇政府会议室。", 1, null, "c-001", Now, null, null, [], null, null));

    [Fact]
    public void H3_Each_channel_becomes_public_by_itself_with_moment_and_evidence()
    {
        var spec = Drafted.When(Through(Channel.Broadcast, "2026-03-02 18:00")).Then(new Published(On(Channel.Broadcast, "2026-03-02 18:00")))
            .When(Through(Channel.Broadcast, "2026-03-02 18:00")).ThenRefused(DisclosureRefusals.AlreadyPublished, Channel.Broadcast)
            .When(Through(Channel.NoticeBoard, "2026-03-03 08:00")).Then(new Published(On(Channel.NoticeBoard, "2026-03-03 08:00")));
        spec.When(Through(Channel.Broadcast, "2026-03-02 19:00")).ThenRefused(DisclosureRefusals.AlreadyPublished, "Broadcast");
        spec.View.Status.Should().Be(DisclosureStatus.Published);
        spec.View.On(Channel.NoticeBoard).Should().Be(On(Channel.NoticeBoard, "2026-03-03 08:00"));
        spec.View.On(Channel.Web).Should().BeNull();
        spec.View.DisplayedUntil().Should().BeNull();
    }

    [Fact]
    public void H3_Nothing_is_published_in_the_future_or_before_its_text_is_there()
    {
        Drafted.When(Through(Channel.Web, "2026-03-03 12:01")).ThenRefused(DisclosureRefusals.InFuture, "2026-03-03 12:01", "2026-03-03 12:00");
        Drafted.When(Through(Channel.Web, "2026-03-02 08:59")).ThenRefused(DisclosureRefusals.BeforeText, "2026-03-02 08:59", "2026-03-02 09:00");
        Drafted.When(Through(Channel.Web, "2026-03-02 09:00")).Then(new Published(On(Channel.Web, "2026-03-02 09:00")));
        Drafted.When(Through(Channel.Web, "2026-03-03 12:00")).Then(new Published(On(Channel.Web, "2026-03-03 12:00")));
        Specs.Disclosure.When(Through(Channel.Web, "2026-03-02 09:00")).ThenRefused(DisclosureRefusals.NotDrafted);
    }

    [Fact]
    public void A_correction_needs_every_channel_anew_and_hides_nothing()
    {
        var correct = new Correct("听证公告", "三月十一日九时,镇政府会议室。", "日期有误");
        var spec = Drafted.Given(Through(Channel.Broadcast, "2026-03-02 18:00"))
            .When(correct).Then(new Corrected(2, "听证公告", "三月十一日九时,镇政府会议室。", "日期有误", "c-001", Time("2026-03-03 12:00")));
        spec.View.Should().Match<DisclosureView>(v => v.Status == DisclosureStatus.Drafted && v.TextNumber == 2 && v.Content == correct.Content && v.Publications.Count == 1);
        spec.View.On(Channel.Broadcast).Should().BeNull();
        spec.When(Notice).ThenRefused(DisclosureRefusals.AlreadyDrafted);
        spec.When(Through(Channel.Broadcast, "2026-03-02 18:00")).ThenRefused(DisclosureRefusals.BeforeText, "2026-03-02 18:00", "2026-03-03 12:00");
        spec.When(Through(Channel.Broadcast, "2026-03-03 12:00")).Then(new Published(On(Channel.Broadcast, "2026-03-03 12:00", text: 2)))
            .View.Publications.Should().Equal(On(Channel.Broadcast, "2026-03-02 18:00"), On(Channel.Broadcast, "2026-03-03 12:00", text: 2));
    }

    [Fact]
    public void What_is_withdrawn_stays_visible_and_counts_nowhere()
    {
        var spec = Drafted.Given(Through(Channel.Broadcast, "2026-03-02 18:00"))
            .When(new Withdraw("改期")).Then(new Withdrawn("c-001", Day("2026-03-03"), "改期")).When(new Withdraw("改期")).ThenRefused(DisclosureRefusals.Withdrawn);
        spec.View.Should().Match<DisclosureView>(v => v.Status == DisclosureStatus.Withdrawn && v.Content == Notice.Content && v.Publications.Count == 1 && v.WithdrawalReason == "改期");
        spec.View.On(Channel.Broadcast).Should().BeNull();
        foreach (var command in (DisclosureCommand[])[Notice, Through(Channel.Web, "2026-03-02 18:00"), new Correct("公告", "另", "误"), new Withdraw("另")])
            spec.When(command).ThenRefused(DisclosureRefusals.Withdrawn);
    }

    [Theory]
    [InlineData(DisclosureKind.HearingNotice)]
    [InlineData(DisclosureKind.HearingOutcome)]
    [InlineData(DisclosureKind.HearingFeedback)]
    public void H3_H6_H8_What_a_hearing_publishes_is_about_a_hearing_of_the_township(DisclosureKind kind)
    {
        foreach (var stream in (string[])["hearing/qingshan/2026-01", "promise/huimin/2026-01.1", "2026-01"])
            Specs.Disclosure.When(Notice with { Kind = kind, Subject = new(stream, 1, [1]) }).ThenRefused(DisclosureRefusals.WrongSubject, "hearing/huimin/…");
        Specs.Disclosure.When(Notice with { Kind = kind, Subject = null }).ThenRefused(DisclosureRefusals.WrongSubject, "hearing/huimin/…");
        Specs.Disclosure.When(Notice with { Kind = kind, Subject = Hearing with { IssueNumbers = [1, 2] } }).Then(Written(Notice with { Kind = kind, Subject = Hearing with { IssueNumbers = [1, 2] } }));
    }

    [Fact]
    public void H3_H8_A_notice_names_the_revision_and_feedback_the_issues()
    {
        Specs.Disclosure.When(Notice with { Subject = Hearing with { Revision = 0 } }).ThenRefused(DisclosureRefusals.NeedsRevision);
        Specs.Disclosure.When(Notice with { Kind = DisclosureKind.Other, Subject = Hearing with { Revision = -1 } }).ThenRefused(DisclosureRefusals.NeedsRevision);
        Specs.Disclosure.When(Notice with { Kind = DisclosureKind.HearingFeedback }).ThenRefused(DisclosureRefusals.WrongIssues);
        Specs.Disclosure.When(Notice with { Kind = DisclosureKind.HearingFeedback, Subject = Hearing with { IssueNumbers = [1, 1] } }).ThenRefused(DisclosureRefusals.WrongIssues);
        Specs.Disclosure.When(Notice with { Subject = Hearing with { IssueNumbers = [0] } }).ThenRefused(DisclosureRefusals.WrongIssues);
        Specs.Disclosure.When(Notice with { Kind = DisclosureKind.Other, Subject = new("hearing/qingshan/1", 0, []) }).ThenRefused(DisclosureRefusals.WrongSubject, "…/huimin/…");
    }

    [Fact]
    public void A7_A_ranking_is_displayed_for_at_least_seven_full_days()
    {
        var ranking = Notice with { Kind = DisclosureKind.Ranking, Subject = null, DisplayDays = 7 };
        foreach (var days in (int?[])[null, 6, 0, -1, 91])
            Specs.Disclosure.When(ranking with { DisplayDays = days }).ThenRefused(DisclosureRefusals.DisplayOutOfRange, 7, 90);
        Specs.Disclosure.When(ranking with { Kind = DisclosureKind.Other, DisplayDays = 0 }).ThenRefused(DisclosureRefusals.DisplayOutOfRange, 1, 90);
        // From 3 March to the end of 9 March; seconds before midnight on 2 March, in Asia/Shanghai.
        var spec = Specs.Disclosure.Given(ranking).At("2026-03-04T09:00+08:00")
            .When(new Publish(Channel.NoticeBoard, DateTimeOffset.Parse("2026-03-02T15:59:59Z", CultureInfo.InvariantCulture), "照片 12"))
            .Then(new Published(new(Channel.NoticeBoard, Time("2026-03-02 23:59:59"), "照片 12", "c-001", 1, Day("2026-03-09"))))
            .When(Through(Channel.Web, "2026-03-03 00:00")).Then(new Published(On(Channel.Web, "2026-03-03 00:00", until: Day("2026-03-10"))));
        spec.View.DisplayedUntil().Should().Be(Day("2026-03-10"));
        spec.Given(new Withdraw("误")).View.DisplayedUntil().Should().BeNull();
    }

    [Fact]
    public void H3_What_counts_for_others_is_the_text_that_holds_on_each_channel_where_it_was_published()
    {
        var published = Drafted.Given(new Published(On(Channel.NoticeBoard, "2026-03-03 08:00")), new Published(On(Channel.Broadcast, "2026-03-02 18:00")));
        Says(Drafted).Should().Be(new DisclosurePublications(DisclosureKind.HearingNotice, Hearing, []));
        Says(published).Should().Be(new DisclosurePublications(
            DisclosureKind.HearingNotice, Hearing, [new(Channel.Broadcast, Time("2026-03-02 18:00"), "照片 12"), new(Channel.NoticeBoard, Time("2026-03-03 08:00"), "照片 12")]));
        var corrected = published.Given(new Correct("听证公告", "三月十一日", "误"));
        Says(corrected).Should().Be(Says(Drafted));
        Says(corrected.Given(new Published(On(Channel.Web, "2026-03-03 12:00", text: 2)))).Should().Be(
            new DisclosurePublications(DisclosureKind.HearingNotice, Hearing, [new(Channel.Web, Time("2026-03-03 12:00"), "照片 12")]));
        Says(published.Given(new Withdraw("误"))).Should().Be(Says(Drafted));

        static DisclosurePublications? Says(Spec<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView> disclosure) => Disclosure.PublicationsOf(disclosure.State);
    }

    [Fact]
    public void A_tender_result_belongs_to_a_published_tender_notice()
    {
        var result = Notice with { Kind = DisclosureKind.TenderResult, Subject = new("disclosure/huimin/2026-010", 0, []) };
        var drafted = Specs.Disclosure.Given(Written(Notice with { Kind = DisclosureKind.TenderNotice }));
        var published = drafted.Given(new Published(On(Channel.Web, "2026-03-02 18:00")));
        var notice = Disclosure.PublicationsOf(published.State)!;
        Specs.Disclosure.When(result with { Subject = null }).ThenRefused(DisclosureRefusals.WrongSubject, "disclosure/huimin/…");
        Specs.Disclosure.When(result with { Subject = Hearing }).ThenRefused(DisclosureRefusals.WrongSubject, "disclosure/huimin/…");
        foreach (var wrong in (DisclosurePublications?[])[null, notice with { Kind = DisclosureKind.Other }, Disclosure.PublicationsOf(drafted.State), Disclosure.PublicationsOf(published.Given(new Withdrawn("c-001", Day("2026-03-03"), "误")).State)])
            Specs.Disclosure.Facing(wrong).When(result).ThenRefused(DisclosureRefusals.NoTenderNotice, "disclosure/huimin/2026-010");
        Specs.Disclosure.With("2026-010", notice).When(result).Then(Written(result));
    }

    [Fact]
    public void Only_the_office_drafts_publishes_and_corrects()
    {
        foreach (var role in (string[])[Roles.Leader, Roles.Cadre, Roles.Supervisor, Roles.System, Roles.Auditor])
            foreach (var command in (DisclosureCommand[])[Notice, Through(Channel.Web, "2026-03-02 18:00"), new Correct("公告", "另", "误")])
                Drafted.By("c-002", role).When(command).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);
        Drafted.By("c-002", Roles.Cadre).When(new Withdraw("误")).ThenRefused(CommonRefusals.NotEntitled, "office, leader");
        Drafted.By("c-002", Roles.Leader).When(new Withdraw("误")).Then(new Withdrawn("c-002", Day("2026-03-03"), "误"));
    }
}
