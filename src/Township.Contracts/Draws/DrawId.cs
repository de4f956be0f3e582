using System.Globalization;

namespace Township.Draws;

/// <summary>
/// The key of a draw is its purpose, so that there is one for each: <c>meeting.2026-03</c> for those who report in a month,
/// <c>hearing.2026-01.farmers</c> for the seats of a hearing's group. A draw that replaces another ends with its number, from 2 on.
/// </summary>
/// <param name="Month">The month of the report meeting; null for a hearing.</param>
/// <param name="HearingId">The hearing; null for a report meeting.</param>
/// <param name="GroupId">The hearing's group; null for a report meeting.</param>
/// <param name="Number">1 for the first draw of the purpose, to 20.</param>
public sealed record DrawId(Month? Month, string? HearingId, string? GroupId, int Number)
{
    /// <summary>How many draws a purpose can have; all but the last are void or used.</summary>
    public const int MaxNumber = 20;

    const string OfMeetings = "meeting.", OfHearings = "hearing.";

    /// <summary>The first draw of those who report in a month.</summary>
    public static DrawId OfMeeting(Month month) => new(month, null, null, 1);

    /// <summary>The first draw of the seats of a hearing's group.</summary>
    public static DrawId OfGroup(string hearingId, string groupId) => new(null, hearingId, groupId, 1);

    /// <summary>The draw that this one replaces; null for the first.</summary>
    public DrawId? Predecessor() => Number > 1 ? this with { Number = Number - 1 } : null;

    /// <summary>Reads an id in its one spelling; null when it names no purpose.</summary>
    public static DrawId? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var parts = id.Split('.');
        var number = parts.Length == (id.StartsWith(OfMeetings, StringComparison.Ordinal) ? 3 : 4)
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var successor) ? successor : 1;
        var found = parts switch
        {
            ["meeting", var text, ..] when Township.Month.TryParse(text, out var month) => OfMeeting(month) with { Number = number },
            ["hearing", { Length: > 0 } hearing, { Length: > 0 } group, ..] => OfGroup(hearing, group) with { Number = number },
            _ => null,
        };
        return found?.Number is >= 1 and <= MaxNumber && found.ToString() == id ? found : null;
    }

    /// <summary>The id in its one spelling.</summary>
    public override string ToString()
    {
        var purpose = Month is { } month ? $"{OfMeetings}{month}" : $"{OfHearings}{HearingId}.{GroupId}";
        return Number == 1 ? purpose : $"{purpose}.{Number.ToString(CultureInfo.InvariantCulture)}";
    }
}
