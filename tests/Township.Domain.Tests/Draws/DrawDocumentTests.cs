using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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
        _draw.Lines.Skip(5).Select(c => $"{NumberOf(c)} {c}").Order(StringComparer.Ordinal).Should().Equal(_draw.Numbers);

    [Fact]
    public void The_program_commits_to_what_is_documented() =>
        DrawAlgorithm.Commit(StreamId.Parse(_draw.Lines[1]), _draw.Lines.Skip(5).Reverse(), _draw.Winners, _draw.Lines[3],
            DateTimeOffset.Parse(_draw.Lines[4], CultureInfo.InvariantCulture)).Should().Be(_draw.Commitment);

    [Fact]
    public void The_program_draws_those_who_are_documented() =>
        DrawAlgorithm.Select(_draw.Commitment, _draw.Seed, _draw.Lines.Skip(5).Reverse(), _draw.Winners)
            .Should().Equal(_draw.Numbers.Take(_draw.Winners).Select(n => n.Split(' ')[1]));

    [Fact]
    public void The_page_names_those_who_are_documented() =>
        _draw.Page.Should().Contain($"the first three win: {string.Join(", ", _draw.Numbers.Take(_draw.Winners).Select(n => n.Split(' ')[1]))}.");

    string NumberOf(string candidate) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"township.draw.v1\n{_draw.Commitment}\n{_draw.Seed}\n{candidate}\n")));
}

sealed record DocumentedDraw(string Page, string[] Lines, string Commitment, string Seed, string[] Numbers)
{
    public int Winners => int.Parse(Lines[2], CultureInfo.InvariantCulture);

    public static DocumentedDraw Read()
    {
        using var stream = typeof(DocumentedDraw).Assembly.GetManifestResourceStream("docs/draws.md")!;
        using var reader = new StreamReader(stream);
        var page = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new(page, Block(page, "commitment.txt"), Block(page, "commitment").Single(), Block(page, "seed").Single(), Block(page, "numbers"));
    }

    static string[] Block(string page, string name)
    {
        var opening = $"```text {name}\n";
        var start = page.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)].Split('\n');
    }
}
