using System.Text.RegularExpressions;

namespace Township.Auditing;

/// <summary>
/// Keeps a text a text in a spreadsheet that opens the file and saves it: an apostrophe stands before whatever a spreadsheet could
/// compute, or turn into a number, a date, a time, a truth value or an error, and is saved with the cell. To get the exact text, a
/// program removes one leading apostrophe from every cell that begins with one; a text that begins with one itself has been given another.
/// </summary>
/// <remarks>Rejected: <c>="0017"</c>, which is saved as 0017, and marking every text, which nobody could read.</remarks>
static class SpreadsheetText
{
    // No spreadsheet makes a value of more characters than these.
    const int LongestValue = 512;

    const string Months =
        "JAN(UARY)?|FEB(RUARY)?|MAR(CH)?|APR(IL)?|MAY|JUNE?|JULY?|AUG(UST)?|SEP(T|TEMBER)?|OCT(OBER)?|NOV(EMBER)?|DEC(EMBER)?";

    // Whatever consists of the signs of numbers, dates and times alone, in any order: better an apostrophe too many. Linear in the text.
    static readonly Regex Value = new(
        $@"^([\d〇零一二三四五六七八九十百千万.,:/()%'""\u2044\u2212+\p{{Sc}}-]|[\d.]E|{Months}|[年月日号时時点點分秒]|[上下]午|\dT\d|\dZ$|[AP]M?$)+$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The text as it stands in a cell.</summary>
    public static string Of(string text) => text.StartsWith('\'') || CouldBecomeAnotherValue(text) ? "'" + text : text;

    static bool CouldBecomeAnotherValue(string text)
    {
        if (text is "") return false;
        // Neither blanks nor what cannot be seen keep anything from being computed.
        var plain = UnicodeText.Compact(text.Length <= LongestValue ? text : text[..LongestValue]).ToUpperInvariant();
        return text[0] is '\t' or '\r' or '\n'
            || plain is ['=' or '+' or '-' or '\u2212' or '@' or '#', ..] or "TRUE" or "FALSE" || Value.IsMatch(plain);
    }
}
