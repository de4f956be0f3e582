using System.Globalization;

namespace Township.Auditing;

/// <summary>Where in a history something is wrong.</summary>
/// <param name="Stream">The stream; null when it is not known, or when the whole log is meant.</param>
/// <param name="Version">The first version of the commit in question, or of the event where one event is meant.</param>
/// <param name="Position">The position of the commit in the global order.</param>
public readonly record struct FaultLocation(StreamId? Stream, long? Version, long? Position)
{
    /// <summary>A whole commit.</summary>
    public static FaultLocation Of(RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return new(commit.Stream, commit.FirstVersion, commit.Position);
    }
}

/// <summary>One way in which a history is not what it claims to be.</summary>
/// <param name="Code">Stable code for programs; docs/audit.md lists them.</param>
/// <param name="Location">Where.</param>
/// <param name="Expected">What would be right: a number, hash, name or JSON, the same in every language.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Chinese">The whole finding for a person, in Chinese.</param>
/// <param name="English">The whole finding for a person, in English.</param>
/// <param name="NotKnown">Whether nothing is wrong as far as this program can tell: it does not know the content, and another one may.
/// </param>
public sealed record Fault(string Code, FaultLocation Location, string Expected, string Found, string Chinese, string English, bool NotKnown = false)
{
    /// <summary>The text in the language of <paramref name="culture"/>: Chinese for any <c>zh</c>, else English.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;
    }
}

/// <summary>
/// One kind of fault, declared once with its texts. Placeholders: <c>{0}</c> expected, <c>{1}</c> found, <c>{2}</c> anything more.
/// </summary>
sealed record FaultKind(string Code, string Chinese, string English, bool NotKnown = false)
{
    // Texts are for people; Expected and Found of the fault hold everything.
    const int ShownCharacters = 300;

    public Fault At(FaultLocation location, object expected, object found, string more = "")
    {
        var (wanted, got) = (Convert.ToString(expected, CultureInfo.InvariantCulture)!, Convert.ToString(found, CultureInfo.InvariantCulture)!);
        object[] shown = [Show(wanted), Show(got), Show(more)];
        return new(Code, location, wanted, got,
            string.Format(CultureInfo.InvariantCulture, Chinese, shown), string.Format(CultureInfo.InvariantCulture, English, shown), NotKnown);
    }

    // The sentence around it has its own full stop.
    static string Show(string text) => UnicodeText.Printable(text.TrimEnd('.'), ShownCharacters);
}
