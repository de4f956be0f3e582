using Township.Hearings;
using static Township.Hearings.HearingEvent;

namespace Township.Documents;

/// <summary>An entry of the minutes as first written.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">The kind of entry.</param>
/// <param name="SpeakerId">The id of the speaker.</param>
/// <param name="Issue">The number of the issue.</param>
/// <param name="RefersTo">The number of the entry that it answers or takes up.</param>
/// <param name="Text">The spoken text.</param>
/// <param name="WrittenBy">The id of the clerk.</param>
/// <param name="At">The time.</param>
sealed record MinutesEntry(
    int Number, EntryKind Kind, string SpeakerId, int? Issue, int? RefersTo, PersonalText Text, string WrittenBy, DateTimeOffset At);

static class MinutesEntries
{
    /// <summary>Returns all entries, in order.</summary>
    public static IReadOnlyList<MinutesEntry> Of(HearingHistory history)
    {
        var entries = new List<MinutesEntry>();
        foreach (var record in history.Records)
            if (Find(record, question => entries.ElementAtOrDefault(question - 1)?.Issue) is { } entry) entries.Add(entry);
        return entries;
    }

    static MinutesEntry? Find(HearingRecord record, Func<int, int?> issueOf) => record.Event switch
    {
        Asked e => new(e.Entry, EntryKind.Question, e.SpeakerId, e.IssueNumber, null, e.Text, e.By, record.At),
        Explained e => new(e.Entry, EntryKind.Explanation, e.SpeakerId, issueOf(e.Question), e.Question, e.Text, e.By, record.At),
        OpinionStated e => new(e.Entry, EntryKind.Opinion, e.SpeakerId, e.IssueNumber, null, e.Text, e.By, record.At),
        Suggested e => new(e.Entry, EntryKind.Suggestion, e.SpeakerId, e.IssueNumber, null, e.Text, e.By, record.At),
        Discussed e => new(e.Entry, EntryKind.Discussion, e.SpeakerId, e.IssueNumber, e.RefersTo, e.Text, e.By, record.At),
        IssueRaised e => new(e.Entry, EntryKind.Issue, e.SpeakerId, e.IssueNumber, null, e.Text, e.By, record.At),
        Objected e => new(e.Entry, EntryKind.Objection, e.SpeakerId, e.IssueNumber, null, e.Text, e.By, record.At),
        _ => null,
    };
}
