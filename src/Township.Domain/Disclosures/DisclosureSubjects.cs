using static Township.Disclosures.DisclosureCommand;

namespace Township.Disclosures;

/// <summary>What a disclosure may be about, by its kind.</summary>
static class DisclosureSubjects
{
    const int MostDays = 90, RankingDays = 7;

    /// <summary>The subject's stream if it has this category and is in the township of the disclosure; otherwise null.</summary>
    public static StreamId? StreamOf(DisclosureSubject? subject, string category, StreamId disclosure) =>
        StreamId.TryParse(subject?.Stream, out var stream) && (stream.Category, stream.Township) == (category, disclosure.Township) ? stream : null;

    /// <summary>Returns null if subject, issues and display fit the kind.</summary>
    public static Refusal? Refuse(Draft draft, DecisionContext context) => RefuseSubject(draft, context) ?? RefuseIssues(draft) ?? RefuseDisplay(draft);

    static Refusal? RefuseSubject(Draft draft, DecisionContext context) => draft.Kind switch
    {
        DisclosureKind.HearingNotice or DisclosureKind.HearingOutcome or DisclosureKind.HearingFeedback when StreamOf(draft.Subject, "hearing", context.Stream) is null =>
            DisclosureRefusals.WrongSubject.With($"hearing/{context.Stream.Township}/…"),
        DisclosureKind.HearingNotice when draft.Subject is not { Revision: > 0 } => DisclosureRefusals.NeedsRevision,
        DisclosureKind.TenderResult when StreamOf(draft.Subject, Disclosure.Category, context.Stream) is null =>
            DisclosureRefusals.WrongSubject.With($"disclosure/{context.Stream.Township}/…"),
        DisclosureKind.TenderResult when StreamOf(draft.Subject, Disclosure.Category, context.Stream) is { } notice
            && context.Fact<DisclosurePublications>(notice.Id) is not { Kind: DisclosureKind.TenderNotice, Publications.Count: > 0 } =>
            DisclosureRefusals.NoTenderNotice.With(draft.Subject!.Stream),
        _ when draft.Subject is { Stream: var name } && !(StreamId.TryParse(name, out var stream) && stream.Township == context.Stream.Township) =>
            DisclosureRefusals.WrongSubject.With($"…/{context.Stream.Township}/…"),
        _ when draft.Subject is { Revision: < 0 } => DisclosureRefusals.NeedsRevision,
        _ => null,
    };

    static Refusal? RefuseIssues(Draft draft) => draft.Subject?.IssueNumbers switch
    {
        null => null,
        { Count: 0 } when draft.Kind is DisclosureKind.HearingFeedback => DisclosureRefusals.WrongIssues.With(),
        var issues when issues.Any(i => i < 1) || issues.Distinct().Count() != issues.Count => DisclosureRefusals.WrongIssues.With(),
        _ => null,
    };

    static Refusal? RefuseDisplay(Draft draft)
    {
        var fewest = draft.Kind is DisclosureKind.Ranking ? RankingDays : 1;
        return draft switch
        {
            { DisplayDays: null } when draft.Kind is not DisclosureKind.Ranking => null,
            { DisplayDays: { } days } when days >= fewest && days <= MostDays => null,
            _ => DisclosureRefusals.DisplayOutOfRange.With(fewest, MostDays),
        };
    }
}
