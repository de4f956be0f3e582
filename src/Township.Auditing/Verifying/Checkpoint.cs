using System.Globalization;

namespace Township.Auditing;

/// <summary>A head of a history in the form in which it is noted outside the store: <c>POSITION:HASH:HISTORY</c>.</summary>
/// <param name="History">The id of the history.</param>
/// <param name="Head">The head of its log.</param>
public sealed record Checkpoint(HistoryId History, LogHead Head)
{
    /// <summary>Parses the text form.</summary>
    /// <returns>Null when the text is not valid or names an empty history.</returns>
    public static Checkpoint? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':') is [var position, { Length: 2 * CommitHash.Length } hash, var id] && hash.All(char.IsAsciiHexDigit)
            && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            && HistoryId.TryParse(id) is { } history
            ? new(history, new(number, new(Convert.FromHexString(hash))))
            : null;
    }

    /// <summary>The text form.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Head.Position}:{Head.LogHash}:{History}");
}
