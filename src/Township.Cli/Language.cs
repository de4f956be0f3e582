using System.Globalization;

namespace Township.Cli;

/// <summary>The language in which the user is spoken to.</summary>
sealed class Language(CultureInfo culture)
{
    public const string Option = "--culture", Chinese = "zh-CN", English = "en";

    public CultureInfo Culture => culture;

    /// <summary>The text in the user's language.</summary>
    public string Say(string chinese, string english) => culture.TwoLetterISOLanguageName == "zh" ? chinese : english;

    /// <summary>
    /// From <c>--culture</c>, else from the environment. Read before the command line is parsed, because descriptions and
    /// complaints are in that language; the parser refuses other values.
    /// </summary>
    public static Language Of(IReadOnlyList<string> args)
    {
        var named = args.Select((arg, i) => arg == Option ? args.ElementAtOrDefault(i + 1) : arg.StartsWith(Option + "=", StringComparison.Ordinal) ? arg[(Option.Length + 1)..] : null)
            .LastOrDefault(value => value is not null);
        var chinese = named is null ? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" : named == Chinese;
        return new(CultureInfo.GetCultureInfo(chinese ? Chinese : English));
    }
}
