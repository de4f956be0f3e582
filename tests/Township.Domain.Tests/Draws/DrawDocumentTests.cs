using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Township.Townships;

namespace Township.Draws;

/// <summary>docs/draws.md, read and worked out with nothing but SHA-256, as a citizen would.</summary>
public sealed class DrawDocumentTests
{
    readonly DocumentedDraw _draw = DocumentedDraw.Read();

    [Fact]
    public void The_documented_commitment_is_the_hash_of_the_documented_lines() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(_draw.Lines.Select(l => l + "\n")))))
            .Should().Be(_draw.Commitment);

    [Fact]
    public void The_documented_numbers_are_the_hashes_of_the_documented_lines() =>
        _draw.Candidates.Select(c => $"{NumberOf(c)} {c}").Order(StringComparer.Ordinal).Should().Equal(_draw.Numbers);

    [Fact]
    public void The_program_publishes_and_commits_to_what_is_documented()
    {
        var lines = DrawAlgorithm.Lines(StreamId.Parse("draw/huimin/meeting.2026-01"), new(
            ["c-055", "c-003", "c-042", "c-021", "c-017"], [new("c-008", ExclusionGround.Leave)], 3, DrawPolicy.Default.Values.Beacons[0],
            new(2026, 1, 15), new(2026, 1, 15, 13, 15, 0, TimeSpan.Zero), "draw/1"));
        lines.Should().Equal(_draw.Lines);
        DrawAlgorithm.Commit(lines).Should().Be(_draw.Commitment);
    }

    [Fact]
    public void The_program_draws_those_who_are_documented()
    {
        var seed = DrawPolicy.Default.Values.Beacons[0].Form.Write([3, 8, 11, 19, 24, 31, 7]);
        seed.Should().Be(_draw.Seed);
        DrawAlgorithm.Select(_draw.Commitment, seed!, _draw.Candidates.Reverse(), 3).Should().Equal(_draw.Winners);
    }

    [Fact]
    public void The_page_names_those_who_are_documented() => _draw.Page.Should().Contain($"the first three win: {string.Join(", ", _draw.Winners)}.");

    string NumberOf(string candidate) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"township.draw.v2\n{_draw.Commitment}\n{_draw.Seed}\n{candidate}\n")));
}

sealed record DocumentedDraw(string Page, string[] Lines, string Commitment, string Seed, string[] Numbers)
{
    public IEnumerable<string> Candidates => Lines.Skip(9);

    public IEnumerable<string> Winners => Numbers.Take(int.Parse(Lines[2], CultureInfo.InvariantCulture)).Select(n => n.Split(' ')[1]);

    public string Shell => string.Join('\n', Block(Page, "check.sh", "sh"));

    public string Python => string.Join('\n', Block(Page, "check.py", "python"));

    public static DocumentedDraw Read()
    {
        using var stream = typeof(DocumentedDraw).Assembly.GetManifestResourceStream("docs/draws.md")!;
        using var reader = new StreamReader(stream);
        var page = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new(page, Block(page, "commitment.txt"), Block(page, "commitment").Single(), Block(page, "seed").Single(), Block(page, "numbers"));
    }

    static string[] Block(string page, string name, string language = "text")
    {
        var opening = $"```{language} {name}\n";
        var start = page.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)].Split('\n');
    }
}
