using Township.Bodies;
using Township.DeductionProposals;
using Township.Disclosures;
using Township.IssueReports;
using Township.LivelihoodIssues;
using Township.Promises;
using Township.Villages;

namespace Township.Hearings;

/// <summary>docs/hearings.md says what the code does: every rule H1–H8, command, event, test and refusal in it exists, and none is left out.</summary>
public sealed class HearingDocumentTests
{
    static readonly string[] Rules =
    [
        "H1", "H1 villages", "H2 agenda", "H2 reports", "H3 arrangement", "H3 notices", "H4 sign-up", "H4 draw", "H4 invitation", "H4 list", "H4 officers",
        "H5 opening", "H5 minutes", "H6", "H7 measures", "H7 promises", "H8 feedback", "H8 closing", "disclosure", "financial report", "flow 1", "livelihood issue", "bodies",
    ];

    static readonly string[] Categories = ["hearing", "issue-report", "disclosure", "promise", "deduction", "livelihood", "village", "body"];

    static readonly Type[] Refusals =
    [
        typeof(IssueReportRefusals), typeof(HearingRefusals), typeof(DisclosureRefusals), typeof(PromiseRefusals), typeof(DeductionProposalRefusals),
        typeof(LivelihoodIssueRefusals), typeof(VillageRefusals), typeof(BodyRefusals),
    ];

    readonly DocumentPage _page = new("docs/hearings.md");

    static IEnumerable<IAggregateType> Aggregates => Categories.Select(c => TownshipAggregates.Find(c)!);

    [Fact]
    public void Every_rule_has_its_row() => _page.Table("rule").Select(r => r[0]).Should().Equal(Rules);

    [Fact]
    public void Every_row_names_tests_that_exist_and_bear_its_number()
    {
        foreach (var row in _page.Table("rule"))
        {
            DocumentPage.Names(row[4]).Should().NotBeEmpty().And.BeSubsetOf(DocumentPage.Tests, row[0]);
            if (row[0] is ['H', var number, ..]) DocumentPage.Names(row[4]).Should().Contain(t => t.Contains($".H{number}_"), row[0]);
        }
    }

    [Fact]
    public void Every_command_has_its_rule() =>
        _page.Table("rule").SelectMany(r => DocumentPage.Names(r[2])).Distinct().Should().BeEquivalentTo(Aggregates.SelectMany(a => a.CommandNames).Select(n => n.Name));

    [Fact]
    public void Every_event_has_its_rule() =>
        _page.Table("rule").SelectMany(r => DocumentPage.Names(r[3])).Distinct().Should().BeEquivalentTo(Aggregates.SelectMany(a => a.EventNames).Select(n => n.Name));

    [Fact]
    public void Every_refusal_is_listed_with_both_texts() =>
        _page.Table("code").Select(r => (r[0].Trim('`'), r[1], r[2])).Should().BeEquivalentTo(DocumentPage.Texts(Refusals));

    [Fact]
    public void Every_command_is_in_a_diagram_or_given_to_somebody() =>
        Aggregates.SelectMany(a => a.CommandNames).Select(n => n.Name.Split('.')[1]).Where(c => !_page.Mentions(c)).Should().BeEmpty();
}
