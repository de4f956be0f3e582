using System.Globalization;
using System.Text;

namespace Township.Auditing.Tests;

/// <summary>
/// Exported tables survive being opened and saved in a spreadsheet. What one makes of a cell: facts.md (formulas, also after blanks; 15 digits; dates),
/// and reports about ids that became dates and numbers.
/// </summary>
public sealed class SpreadsheetTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("township-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static readonly CultureInfo[] Offices = [CultureInfo.InvariantCulture, new("zh-CN"), new("en-US"), new("en-GB"), new("de-DE")];

    [Theory]
    [InlineData("2026-03")]
    [InlineData("0017")]
    [InlineData("331082197001011234")]
    [InlineData("33108219700101123X")]
    [InlineData(" =1+1")]
    [InlineData("\u3000=1+1")]
    [InlineData("\u200B=1+1")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF20SUM(A1)")]
    [InlineData("\uFF0D1")]
    [InlineData("@x")]
    [InlineData("+8613800000000")]
    [InlineData("-")]
    [InlineData("\t2")]
    [InlineData("1E5")]
    [InlineData("0x10")]
    [InlineData("2026/3/2")]
    [InlineData("2026-03-02T03:00:00.000000Z")]
    [InlineData("10:30")]
    [InlineData("10:30 PM")]
    [InlineData("12 a")]
    [InlineData("3月4日")]
    [InlineData("2026年3月")]
    [InlineData("二〇二六年三月")]
    [InlineData("下午3时")]
    [InlineData("mar-1")]
    [InlineData("SEPT2")]
    [InlineData("1dec2")]
    [InlineData("２０２６－０３")]
    [InlineData("1/2")]
    [InlineData("½")]
    [InlineData("(5)")]
    [InlineData("5%")]
    [InlineData("￥5")]
    [InlineData("1.0.0")]
    [InlineData("true")]
    [InlineData("FALSE")]
    [InlineData("#N/A")]
    [InlineData("'0017")]
    [InlineData("''")]
    [InlineData("c-017")]
    [InlineData("p-001")]
    [InlineData("t9")]
    [InlineData("pledge/1")]
    [InlineData("cn-2026.1")]
    [InlineData("惠民镇第3次会议")]
    [InlineData("")]
    [InlineData("a,b \"c\"\r\nd")]
    public async Task Whatever_a_text_looks_like_it_is_the_same_text_after_opening_and_saving(string text)
    {
        var commits = (await AccountHistory.Commits()).Forge(2, c => c with { CorrelationId = text });
        await HistoryExport.Write(new CommitList(commits), _folder, ExportFormat.Csv);
        var cell = (await Rows("commits.csv"))[1]["correlation_id"];
        Saved(cell).Should().Be(cell);
        Text(cell).Should().Be(text);
    }

    [Theory]
    [InlineData("c-017")]
    [InlineData("p-001")]
    [InlineData("t9")]
    [InlineData("pledge/1")]
    [InlineData("cn-2026.1")]
    [InlineData("meeting/huimin/2026-03")]
    [InlineData("71c33b6b629920bcd4357c7a4a26230fa722e1f8cb16d1176b129540cda7459e")]
    [InlineData("01900000-0000-7000-8000-00000000000f")]
    [InlineData("惠民镇第3次会议")]
    [InlineData("{\"n\":1}")]
    public async Task What_is_a_text_to_every_spreadsheet_stands_as_it_is(string text)
    {
        var commits = (await AccountHistory.Commits()).Forge(2, c => c with { CorrelationId = text });
        await HistoryExport.Write(new CommitList(commits), _folder, ExportFormat.Csv);
        (await Rows("commits.csv"))[1]["correlation_id"].Should().Be(text);
    }

    [Fact]
    public async Task Every_cell_of_every_table_of_a_township_survives_and_reads_as_what_is_stored()
    {
        await using var songfan = await Songfan.Play();
        await HistoryExport.Write(songfan.Store, _folder, ExportFormat.Csv);
        var (commits, stored) = (await Rows("commits.csv"), await songfan.Store.ReadAll().ToListAsync());
        var events = await Rows("events.csv");
        foreach (var cell in commits.Concat(events).SelectMany(r => r.Values)) Saved(cell).Should().Be(cell);
        commits.Select(r => string.Join('|', r.Values.Select(Text))).Should().Equal(stored.Select(c => string.Join('|',
            $"{c.Position}", $"{c.Stream}", $"{c.FirstVersion}", $"{c.LastVersion}", CommitLine.Moment(c), c.Actor.Subject, string.Join(' ', c.Actor.Roles), c.Content.CommandName,
            $"{c.Content.CommandSchema}", $"{c.Content.CommandId}", $"{c.Content.CommandData}", $"{c.Content.EventCount}", c.Content.CorrelationId, c.Content.CausationId,
            $"{c.Content.Rules.Rules}", c.Content.Rules.Policy, c.Content.Rules.Calendar, c.Content.Rules.Code, $"{c.Content.Facts}", $"{c.Hash}", $"{c.LogHash}")));
        events.Select(r => string.Join('|', r.Values.Select(Text))).Should().Equal(stored.SelectMany(c => c.Events.Select((e, i) => string.Join('|',
            $"{c.Position}", $"{c.Stream}", c.Stream.Category, c.Stream.Township, $"{c.FirstVersion + i}", CommitLine.Moment(c), c.Actor.Subject, c.Content.CommandName, e.Name,
            $"{e.Schema}", $"{e.Data}"))));
    }

    // What docs/audit.md tells programs to do.
    static string Text(string cell) => cell.StartsWith('\'') ? cell[1..] : cell;

    // As far as it can be known without one: what is computed, or read as a number, a date, a time or a truth value, is saved as something else.
    static string Saved(string cell) =>
        cell.TrimStart().TrimStart('\u200B') is ['=' or '+' or '-' or '@' or '#' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] ? "computed"
        : bool.TryParse(cell, out var truth) ? $"{truth}".ToUpperInvariant()
        : Number(cell) is { } number ? number
        : cell.Any(char.IsDigit) && Offices.Any(o => DateTime.TryParse(cell, o, DateTimeStyles.AllowWhiteSpaces, out _)) ? "a date"
        : cell is [>= '0' and <= '9', .., '%'] or ['(', .., ')'] && cell.Any(char.IsDigit) ? "a number"
        : cell;

    // Fifteen digits, no zeros in front; what is such a number already stays.
    static string? Number(string cell) => Offices.Any(o => double.TryParse(cell, NumberStyles.Any, o, out _))
        ? double.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out var plain) ? plain.ToString("G15", CultureInfo.InvariantCulture) : "a number"
        : null;

    async Task<List<Dictionary<string, string>>> Rows(string file)
    {
        var rows = Records(await File.ReadAllTextAsync(Path.Combine(_folder, file)));
        rows.Should().OnlyContain(r => r.Count == rows[0].Count);
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second))];
    }

    // As RFC 4180 says, not as the library that wrote it does.
    static List<List<string>> Records(string csv)
    {
        var (records, record, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (csv[i] == '"' && quoted && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[++i]);
            else if (csv[i] == '"') quoted = !quoted;
            else if (quoted || csv[i] is not (',' or '\r' or '\n')) cell.Append(csv[i]);
            else if (csv[i] != '\r')
            {
                record.Add(cell.ToString());
                cell.Clear();
                if (csv[i] == ',') continue;
                records.Add(record);
                record = [];
            }
        }

        return records;
    }
}
