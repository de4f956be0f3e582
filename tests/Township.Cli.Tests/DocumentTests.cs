using System.Text;
using System.Text.RegularExpressions;

namespace Township.Cli.Tests;

/// <summary>What docs/audit.md shows is what the commands print.</summary>
public sealed partial class DocumentTests(StoreFile store) : IClassFixture<StoreFile>
{
    /// <summary>Set to 1 to write the document anew, after a deliberate change of the program.</summary>
    const string Update = "TOWNSHIP_UPDATE_DOCS";

    static readonly string Document = Path.Combine(SourceTree.Root, "docs", "audit.md");

    [Fact]
    public async Task Every_command_of_the_audit_document_prints_what_the_document_shows()
    {
        File.Move(store.Tampered("UPDATE commits SET events = replace(events, '张三', '张四') WHERE position = 12")["sqlite:".Length..], Path.Combine(store.Folder, "changed.db"));
        var text = await File.ReadAllTextAsync(Document);
        var actual = new StringBuilder();
        var end = 0;
        foreach (Match block in Console().Matches(text))
        {
            actual.Append(text, end, block.Index - end).Append("```console\n").Append(await Run(block.Groups["lines"].Value)).Append("```");
            end = block.Index + block.Length;
        }

        actual.Append(text, end, text.Length - end);
        if (Environment.GetEnvironmentVariable(Update) == "1") await File.WriteAllTextAsync(Document, actual.ToString());
        actual.ToString().Should().Be(text, $"run the tests with {Update}=1 when the change is meant");
    }

    async Task<string> Run(string lines)
    {
        var (shown, exit) = (new StringBuilder(), 0);
        foreach (var command in lines.Split('\n').Where(l => l.StartsWith("$ ", StringComparison.Ordinal)))
        {
            shown.Append(command).Append('\n');
            if (command == "$ echo $?")
            {
                shown.Append(exit).Append('\n');
                continue;
            }

            string[] words = [.. Words().Matches(command).Select(w => w.Value.Trim('"'))];
            words[..2].Should().Equal("$", "township");
            var answer = await Shell.Process(new Dictionary<string, string> { ["TOWNSHIP_STORE"] = "sqlite:huimin.db" }, store.Folder, words[2..]);
            exit = answer.Exit;
            shown.Append(answer.Output).Append(answer.Error);
        }

        return shown.ToString();
    }

    [GeneratedRegex("```console\n(?<lines>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Console();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Words();
}
