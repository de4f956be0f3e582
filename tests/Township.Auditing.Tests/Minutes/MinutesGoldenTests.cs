using System.Text.RegularExpressions;

namespace Township.Auditing.Tests;

/// <summary>The minutes of a whole hearing (H1–H8), compared with files that people have read, in Markdown and on paper.</summary>
public sealed partial class MinutesGoldenTests
{
    /// <summary>Set to 1 to write the files anew, after a deliberate change of the program.</summary>
    const string Update = "TOWNSHIP_UPDATE_DOCS";

    [Theory]
    [InlineData(MinutesEdition.Internal, "internal.md")]
    [InlineData(MinutesEdition.Public, "public.md")]
    [InlineData(MinutesEdition.Internal, "internal.html")]
    [InlineData(MinutesEdition.Public, "public.html")]
    public async Task The_minutes_of_a_hearing_are_what_a_township_files(MinutesEdition edition, string file)
    {
        await using var songfan = await Songfan.Play();
        var minutes = (await songfan.Printer.Newest(SongfanTown.HearingStream, edition)).Document;
        var text = Hash().Replace(file.EndsWith(".md", StringComparison.Ordinal) ? MarkdownDocument.Write(minutes) : HtmlDocument.Write(minutes), "(SHA-256)");
        var golden = Path.Combine(SourceTree.Root, "tests", "Township.Auditing.Tests", "Minutes", "Golden", file);
        if (Environment.GetEnvironmentVariable(Update) == "1") await File.WriteAllTextAsync(golden, text);
        text.Should().Be(await File.ReadAllTextAsync(golden), $"run the tests with {Update}=1 when the change is meant, and read the file");
    }

    // Hashes change with everything that a hearing's events say; the document does not.
    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
