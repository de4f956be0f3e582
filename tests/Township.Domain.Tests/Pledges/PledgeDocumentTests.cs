namespace Township.Pledges;

/// <summary>docs/pledges.md says what the code does: every rule, command, event, test and refusal in it exists, and none is left out.</summary>
public sealed class PledgeDocumentTests
{
    static readonly string[] Rules =
    [
        "P1", "P2", "P3", "P4", "D", "P5 observation", "P5 verification", "P5 notice", "P5 order to explain", "P5 admonition talk", "P5 rectification", "P5 overdue",
        "due day", "late", "month", "amendment", "joiners", "transfers", "departures", "leave and exemptions", "own and relatives'", "corrections",
    ];

    static readonly IAggregateType[] Aggregates = [Pledges.Pledge.Type, ReportMeetings.ReportMeeting.Type, Draws.Draw.Type, Rosters.Roster.Type, Notices.Notice.Type, Measures.Measure.Type];

    static readonly Type[] Refusals =
    [
        typeof(PledgeRefusals), typeof(ReportMeetings.ReportMeetingRefusals), typeof(Draws.DrawRefusals), typeof(Rosters.RosterRefusals), typeof(Notices.NoticeRefusals), typeof(Measures.MeasureRefusals),
    ];

    readonly DocumentPage _page = new("docs/pledges.md");

    [Fact]
    public void Every_rule_and_every_edge_case_has_its_row() => _page.Table("rule").Select(r => r[0]).Should().Equal(Rules);

    [Fact]
    public void Every_row_names_tests_that_exist()
    {
        foreach (var row in _page.Table("rule")) DocumentPage.Names(row[4]).Should().NotBeEmpty().And.BeSubsetOf(DocumentPage.Tests, row[0]);
    }

    [Fact]
    public void Every_command_has_its_rule() =>
        _page.Table("rule").SelectMany(r => DocumentPage.Names(r[2])).Distinct().Should().BeEquivalentTo(Aggregates.SelectMany(a => a.CommandNames).Select(n => n.Name));

    [Fact]
    public void Every_event_has_its_rule() =>
        _page.Table("rule").SelectMany(r => DocumentPage.Names(r[3])).Distinct().Should().BeEquivalentTo(Aggregates.SelectMany(a => a.EventNames).Select(n => n.Name));

    [Fact]
    public void Every_refusal_is_listed_with_both_texts() =>
        _page.Table("code").Select(r => (r[0].Trim('`'), r[1], r[2])).Should().Equal(DocumentPage.Texts(Refusals));

    [Fact]
    public void Every_command_is_in_a_diagram_or_given_to_somebody() =>
        Aggregates.SelectMany(a => a.CommandNames).Select(n => n.Name.Split('.')[1]).Where(c => !_page.Mentions(c)).Should().BeEmpty();
}
