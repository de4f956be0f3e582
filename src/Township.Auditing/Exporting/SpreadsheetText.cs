using System.Text.RegularExpressions;

namespace Township.Auditing;

/// <summary>
/// Protects a text from conversion by a spreadsheet that opens and saves the file. A text that a spreadsheet could compute, or convert to a
/// number, a date, a time, a truth value or an error, gets a leading apostrophe, which is saved with the cell. A text that begins with an
/// apostrophe gets another one. To restore the exact text, a program removes one leading apostrophe from every cell that begins with one.
/// </summary>
/// <remarks>Rejected: <c>="0017"</c>, which is saved as 0017, and marking every text, which would make the file hard to read.</remarks>
static class SpreadsheetText
{
    // Spreadsheets do not convert longer texts to values.
    const int LongestValue = 512;

    const string Months =
        "JAN(UARY)?|FEB(RUARY)?|MAR(CH)?|APR(IL)?|MAY|JUNE?|JULY?|AUG(UST)?|SEP(T|TEMBER)?|OCT(OBER)?|NOV(EMBER)?|DEC(EMBER)?";

    // Any combination of the characters of numbers, dates and times: an unnecessary apostrophe is better than a missing one.
    // Linear in the length of the text.
    static readonly Regex Value = new(
        $@"^([\d〇零一二三四五六七八九十百千万.,:/()%'""\u2044\u2212+\p{{Sc}}-]|[\d.]E|{Months}|[年月日号时時点點分秒]|[上下]午|\dT\d|\dZ$|[AP]M?$)+$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Returns the text as written to a cell.</summary>
    public static string Of(string text) => text.StartsWith('\'') || CouldBecomeAnotherValue(text) ? "'" + text : text;

    static bool CouldBecomeAnotherValue(string text)
    {
        if (text is "") return false;
        // Neither blanks nor invisible characters prevent a conversion.
        var plain = UnicodeText.Compact(text.Length <= LongestValue ? text : text[..LongestValue]).ToUpperInvariant();
        return text[0] is '\t' or '\r' or '\n'
            || plain is ['=' or '+' or '-' or '\u2212' or '@' or '#', ..] or "TRUE" or "FALSE" || Value.IsMatch(plain);
    }
}
