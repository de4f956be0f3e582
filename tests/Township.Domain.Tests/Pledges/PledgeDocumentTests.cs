using System.Reflection;
using System.Text.RegularExpressions;

namespace Township.Pledges;

/// <summary>docs/pledges.md says what the code does: every rule, command, event, test and refusal in it exists, and none is left out.</summary>
public sealed partial class PledgeDocumentTests
{
    static readonly string[] Rules =
    [
        "P1", "P2", "P3", "P4", "D", "P5 observation", "P5 verification", "P5 notice", "P5 order to explain", "P5 admonition talk", "P5 rectification", "P5 overdue",
        "due day", "late", "month", "amendment", "joiners", "transfers", "departures", "leave and exemptions", "own and relatives'", "corrections",
    ];

    static readonly IAggregateType[] Aggregates = [Kinds.Pledge, Kinds.ReportMeeting, Kinds.Draw, Kinds.Notice, Kinds.Measure];

    static readonly Type[] Refusals =
    [
        typeof(PledgeRefusals), typeof(ReportMeetings.ReportMeetingRefusals), typeof(Draws.DrawRefusals), typeof(Notices.NoticeRefusals), typeof(Measures.MeasureRefusals),
    ];

    readonly string _page = Read();

    [Fact]
    public void Every_rule_and_every_edge_case_has_its_row() => Table("rule").Select(r => r[0]).Should().Equal(Rules);

    [Fact]
    public void Every_row_names_tests_that_exist()
    {
        var tests = typeof(PledgeDocumentTests).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null).Select(m => $"{t.Name}.{m.Name}")).ToHashSet();
        foreach (var row in Table("rule")) Names(row[4]).Should().NotBeEmpty().And.BeSubsetOf(tests, row[0]);
    }

    [Fact]
    public void Every_command_has_its_rule() =>
        Table("rule").SelectMany(r => Names(r[2])).Distinct().Should().BeEquivalentTo(Aggregates.SelectMany(a => a.CommandNames).Select(n => n.Name));

    [Fact]
    public void Every_event_has_its_rule() =>
        Table("rule").SelectMany(r => Names(r[3])).Distinct().Should().BeEquivalentTo(Aggregates.SelectMany(a => a.EventNames).Select(n => n.Name));

    [Fact]
    public void Every_refusal_is_listed_with_both_texts() =>
        Table("code").Select(r => (r[0].Trim('`'), r[1], r[2])).Should().Equal(Refusals
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (RefusalReason)f.GetValue(null)!)
            .Select(r => (r.Code, r.Chinese, r.English)));

    [Fact]
    public void Every_command_is_in_a_diagram_or_given_to_somebody() =>
        Aggregates.SelectMany(a => a.CommandNames).Select(n => n.Name.Split('.')[1]).Where(c => !Mentions(c)).Should().BeEmpty();

    // "approve- and reject-amendment" mentions approve-amendment.
    bool Mentions(string command) => Prose().Contains(command, StringComparison.Ordinal)
        || command.Split('-') is [var verb, var noun] && Regex.IsMatch(Prose(), $@"\b{verb}-[^|\n]*-{noun}\b");

    string Prose() => _page[_page.IndexOf("## The life of a pledge", StringComparison.Ordinal).._page.IndexOf("## Refusals", StringComparison.Ordinal)];

    IEnumerable<string[]> Table(string firstHeading) => _page.Split('\n')
        .SkipWhile(l => !l.StartsWith($"| {firstHeading} |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'))
        .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    static string[] Names(string cell) => [.. Name().Matches(cell).Select(m => m.Groups[1].Value)];

    static string Read()
    {
        using var stream = typeof(PledgeDocumentTests).Assembly.GetManifestResourceStream("docs/pledges.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
