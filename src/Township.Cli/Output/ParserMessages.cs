using System.Text;
using System.Text.RegularExpressions;

namespace Township.Cli;

/// <summary>What the library that reads the command line complains about, in the user's language. It speaks English; here it gets its Chinese.</summary>
static partial class ParserMessages
{
    static readonly (Regex English, string Chinese)[] Kinds =
    [
        (NoCommand(), "请写明命令。"),
        (Unrecognized(), "没有命令、选项或参数“$1”。"),
        (ArgumentMissing(), "“$1”后面缺少参数。"),
        (OptionMissing(), "缺少必填的选项 $1。"),
        (OneArgument(), "“$1”只能有一个参数，现有 $2 个。"),
        (NotOneOf(), "参数“$1”无效，应为：$2。"),
        (NotOfType(), "“$1”不能用作 $2 的参数。"),
    ];

    public static string Say(string message, Language language) => language.Say(InChinese(message), message);

    static string InChinese(string message)
    {
        foreach (var (english, chinese) in Kinds)
            if (english.Match(message) is { Success: true } match)
                return english.Replace(match.Value, chinese).Replace("'\n\t'", "、", StringComparison.Ordinal).Trim();
        // What the commands complain about themselves is Chinese already.
        return Ascii.IsValid(message) ? $"命令行有误，程序提示（英文）“{message}”。" : message;
    }

    [GeneratedRegex("^Required command was not provided")]
    private static partial Regex NoCommand();

    [GeneratedRegex(@"^Unrecognized command or argument '(.*)'\.?$")]
    private static partial Regex Unrecognized();

    [GeneratedRegex(@"^Required argument(?: '.*')? missing for (?:command|option): '(.*)'\.?$")]
    private static partial Regex ArgumentMissing();

    [GeneratedRegex(@"^Option '(.*)' is required\.?$")]
    private static partial Regex OptionMissing();

    [GeneratedRegex(@"^(?:Option|Command) '(.*)' expects a single argument but (\d+) were provided\.?$")]
    private static partial Regex OneArgument();

    [GeneratedRegex(@"^Argument '(.*)' not recognized\. Must be one of:\s*'([\s\S]*)'\s*$")]
    private static partial Regex NotOneOf();

    [GeneratedRegex(@"^Cannot parse argument '(.*)' for (?:command|option) '(.*)' as expected type '.*'\.?$")]
    private static partial Regex NotOfType();
}
