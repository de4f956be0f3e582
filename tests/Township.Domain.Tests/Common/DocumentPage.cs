using System.Reflection;
using System.Text.RegularExpressions;

namespace Township;

/// <summary>A document for client developers, whose tables say what the code does.</summary>
sealed partial class DocumentPage
{
    readonly string _text;

    /// <param name="name">For example <c>docs/pledges.md</c>.</param>
    public DocumentPage(string name)
    {
        using var stream = typeof(DocumentPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        _text = reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Every test of this assembly, as <c>Class.Method</c>.</summary>
    public static HashSet<string> Tests { get; } = [.. typeof(DocumentPage).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is not null).Select(m => $"{t.Name}.{m.Name}"))];

    /// <summary>The rows of the first table whose first heading is this.</summary>
    public IEnumerable<string[]> Table(string firstHeading) => _text.Split('\n')
        .SkipWhile(l => !l.StartsWith($"| {firstHeading} |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'))
        .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    /// <summary>What a cell names in code.</summary>
    public static string[] Names(string cell) => [.. Name().Matches(cell).Select(m => m.Groups[1].Value)];

    /// <summary>The codes and texts of refusals in these classes.</summary>
    public static IEnumerable<(string, string, string)> Texts(params Type[] refusals) => refusals
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (RefusalReason)f.GetValue(null)!)
        .Select(r => (r.Code, r.Chinese, r.English));

    /// <summary>Whether a command is mentioned between the first life and the refusals. "approve- and reject-amendment" mentions approve-amendment.</summary>
    public bool Mentions(string command)
    {
        var prose = _text[_text.IndexOf("## The life of", StringComparison.Ordinal).._text.IndexOf("## Refusals", StringComparison.Ordinal)];
        return Regex.IsMatch(prose, $@"(?<![\w-]){Regex.Escape(command)}(?![\w-])")
            || (command.Split('-') is [var verb, var noun] && Regex.IsMatch(prose, $@"\b{verb}-[^|\n]*-{noun}\b"));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
