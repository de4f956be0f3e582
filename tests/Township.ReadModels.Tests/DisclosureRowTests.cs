using Township.Disclosures;
using static Township.Disclosures.DisclosureEvent;

namespace Township;

/// <summary>政务公开: disclosures and their publications.</summary>
public sealed class DisclosureRowTests
{
    const string Key = "township=huimin disclosure=d-1", Terms = "kind=FinancialReport audience=Villagers form=Table";
    const string Subject = "subject=hearing/huimin/2026-01 revision=2 issues=1,3", Moment = "drafted_at=2026-03-01T16:30:00.0000000Z";

    // Half past midnight of the second, in Asia/Shanghai.
    static readonly DateTimeOffset At = new(2026, 3, 1, 16, 30, 0, TimeSpan.Zero);

    static readonly Drafted Draft = new(
        DisclosureKind.FinancialReport, new("hearing/huimin/2026-01", 2, [1, 3]), DisclosureAudience.Villagers, DisclosureForm.Table, "账目", "…", 7, "c-001", At);

    // 财务公开报审制: no financial report is published without either.
    const string Vetted = "reviewed_by=c-002 approved_by=c-003";

    static readonly DisclosureEvent[] Ready = [Draft, new Reviewed("c-002", At, "…"), new Approved("c-003", At)];

    [Fact]
    public void It_is_drafted() => Rows(Draft).Should().Equal(
        $"disclosures {Key} status=Drafted {Terms} title=账目 {Subject} text_number=1 drafted_by=c-001 {Moment} drafted_on=2026-03-02 channels=");

    [Fact]
    public void A_financial_report_is_reviewed_approved_and_sent_back()
    {
        Event[] steps = [new(new Reviewed("c-002", At, "…"), "Reviewed", " reviewed_by=c-002"), new(new Approved("c-003", At), "Approved", " reviewed_by=c-002 approved_by=c-003"),
            new(new SentBack("c-003", At, "…"), "SentBack", "")];
        for (var n = 1; n <= steps.Length; n++)
            Rows([Draft, .. steps.Take(n).Select(s => s.What)]).Should().Equal(
                $"disclosures {Key} status={steps[n - 1].Step} {Terms} title=账目 {Subject} text_number=1 drafted_by=c-001 {Moment}{steps[n - 1].By} drafted_on=2026-03-02 channels=");
    }

    [Fact]
    public void It_is_published_on_channels_and_displayed_until_the_last_day_of_the_longest() => Rows([.. Ready, On(Channel.Broadcast, 1, null), On(Channel.Web, 1, new(2026, 3, 10))]).Should().Equal(
        $"disclosures {Key} status=Published {Terms} title=账目 {Subject} text_number=1 drafted_by=c-001 {Moment} {Vetted} drafted_on=2026-03-02 channels=Broadcast,Web published_on=2026-03-02 displayed_until=2026-03-10",
        $"disclosure_publications {Key} number=1 channel=Broadcast text_number=1 published_at=2026-03-01T16:30:00.0000000Z recorded_by=c-004 published_on=2026-03-02 holds=1",
        $"disclosure_publications {Key} number=2 channel=Web text_number=1 published_at=2026-03-01T16:30:00.0000000Z recorded_by=c-004 displayed_until=2026-03-10 published_on=2026-03-02 holds=1");

    [Fact]
    public void Corrected_it_has_another_text_which_nobody_has_published_yet() => Rows([.. Ready, On(Channel.Web, 1, null), new Corrected(2, "账目(更正)", "…", "…", "c-005", At)]).Should().Equal(
        $"disclosures {Key} status=Drafted {Terms} title=账目(更正) {Subject} text_number=2 drafted_by=c-005 {Moment} drafted_on=2026-03-02 channels= published_on=2026-03-02",
        $"disclosure_publications {Key} number=1 channel=Web text_number=1 published_at=2026-03-01T16:30:00.0000000Z recorded_by=c-004 published_on=2026-03-02 holds=0");

    [Fact]
    public void Withdrawn_it_stays_with_publications_that_hold_no_more() => Rows([.. Ready, On(Channel.Web, 1, new(2026, 3, 10)), new Withdrawn("c-001", new(2026, 3, 5), "…")]).Should().Equal(
        $"disclosures {Key} status=Withdrawn {Terms} title=账目 {Subject} text_number=1 drafted_by=c-001 {Moment} {Vetted} withdrawn_on=2026-03-05 drafted_on=2026-03-02 channels= published_on=2026-03-02",
        $"disclosure_publications {Key} number=1 channel=Web text_number=1 published_at=2026-03-01T16:30:00.0000000Z recorded_by=c-004 displayed_until=2026-03-10 published_on=2026-03-02 holds=0");

    sealed record Event(DisclosureEvent What, string Step, string By);

    static Published On(Channel channel, int text, DateOnly? until) => new(new Publication(channel, At, "…", "c-004", text, until));

    static IReadOnlyList<string> Rows(params DisclosureEvent[] events) => RowFold.Of(
        typeof(Disclosure), Disclosure.Type.Events, "disclosure/huimin/d-1", events);
}
