using System.Globalization;

namespace Township.Auditing;

/// <summary>The place of a fault in a history.</summary>
/// <param name="Stream">The stream; null when it is unknown, or when the fault concerns the whole log.</param>
/// <param name="Version">The first version of the commit concerned, or the version of a single event.</param>
/// <param name="Position">The position of the commit in the global order.</param>
public readonly record struct FaultLocation(StreamId? Stream, long? Version, long? Position)
{
    /// <summary>Returns the location of a whole commit.</summary>
    public static FaultLocation Of(RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        return new(commit.Stream, commit.FirstVersion, commit.Position);
    }
}

/// <summary>A fault in a history.</summary>
/// <param name="Code">The stable code for programs; docs/audit.md lists them.</param>
/// <param name="Location">The place of the fault.</param>
/// <param name="Expected">The correct value: a number, hash, name or JSON, the same in every language.</param>
/// <param name="Found">The value found.</param>
/// <param name="Chinese">The whole finding in Chinese, for people.</param>
/// <param name="English">The whole finding in English, for people.</param>
/// <param name="NotKnown">Whether this program does not know the content, and so cannot tell whether it is right.
/// Another program may know it.
/// </param>
public sealed record Fault(
    string Code, FaultLocation Location, string Expected, string Found, string Chinese, string English, bool NotKnown = false)
{
    /// <summary>Returns the text in the language of <paramref name="culture"/>: Chinese for any <c>zh</c>, otherwise English.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;
    }
}

/// <summary>
/// A kind of fault, declared once with its texts. Placeholders: <c>{0}</c> expected, <c>{1}</c> found, <c>{2}</c> any further value.
/// </summary>
sealed record FaultKind(string Code, string Chinese, string English, bool NotKnown = false)
{
    // Texts are shortened for people; the fault's Expected and Found hold the full values.
    const int ShownCharacters = 300;

    public Fault At(FaultLocation location, object expected, object found, string more = "")
    {
        var (wanted, got) = (
            Convert.ToString(expected, CultureInfo.InvariantCulture)!, Convert.ToString(found, CultureInfo.InvariantCulture)!);
        object[] shown = [Show(wanted), Show(got), Show(more)];
        return new(Code, location, wanted, got,
            string.Format(CultureInfo.InvariantCulture, Chinese, shown), string.Format(CultureInfo.InvariantCulture, English, shown),
            NotKnown);
    }

    // The surrounding sentence has its own full stop.
    static string Show(string text) => UnicodeText.Printable(text.TrimEnd('.'), ShownCharacters);
}
