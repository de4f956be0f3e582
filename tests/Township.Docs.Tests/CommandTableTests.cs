using System.Globalization;
using System.Text;

namespace Township;

/// <summary>docs/commands.md says how every command is written in C#, and what its XML docs say.</summary>
public sealed class CommandTableTests
{
    /// <summary>Set to 1 to write the document anew.</summary>
    const string Update = "TOWNSHIP_UPDATE_DOCS";

    static readonly string Document = Path.Combine(SourceTree.Root, "docs", "commands.md");

    static readonly IEnumerable<CommandDoc> Commands = CommandDoc.All().OrderBy(c => c.Category, StringComparer.Ordinal);

    [Fact]
    public void Every_command_says_who_may_give_it() => Commands.Where(c => c.Who == "").Select(c => c.StoredName).Should().BeEmpty();

    [Fact]
    public async Task The_commands_document_lists_every_command_as_it_is_written()
    {
        var text = Text();
        if (Environment.GetEnvironmentVariable(Update) == "1") await File.WriteAllTextAsync(Document, text);
        (await File.ReadAllTextAsync(Document)).Should().Be(text, $"run this with {Update}=1 when the change is meant");
    }

    static string Text()
    {
        var text = new StringBuilder($"""
            # Commands

            Every command of Township: its stored name, which documents and refusals use; how it is written in C#; who may give it; what it does. What
            the parameters mean shows the editor. How a rule refuses is in [hearings.md](hearings.md) and [pledges.md](pledges.md).

            This page follows from the code: `{Update}=1 dotnet test --project tests/Township.Docs.Tests -- --filter-class '*CommandTableTests'` writes it anew.

            """).Append('\n');
        foreach (var aggregate in Commands.GroupBy(c => (c.Category, c.Grain, c.About)))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {aggregate.Key.Category}\n\n`{aggregate.Key.Grain}`: {aggregate.Key.About}\n\n| stored name | C# | by | |\n|---|---|---|---|\n");
            foreach (var command in aggregate)
                text.Append(CultureInfo.InvariantCulture, $"| `{command.StoredName}` | `{command.Member}` | {command.Who} | {command.What} |\n");
            text.Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }
}
