using Township.Hearings;
using Township.Townships;

namespace Township.Documents;

/// <summary>An event of a hearing, with who caused it and when. Texts about people are open where there were keys.</summary>
sealed record HearingRecord(HearingEvent Event, DateTimeOffset At, string By);

/// <summary>A stream of which a document makes use: up to where, and from how many commits.</summary>
sealed record CitedStream(StreamHead Head, int Commits, long Position, DateTimeOffset DecidedAt);

/// <summary>A hearing as far as a document tells it.</summary>
/// <param name="View">What clients were shown at that version.</param>
/// <param name="Records">All events, in order.</param>
/// <param name="Source">The stream that was read.</param>
/// <param name="Versions">The rules and programs under which was decided, in the order of their first use.</param>
sealed record HearingHistory(HearingView View, IReadOnlyList<HearingRecord> Records, CitedStream Source, IReadOnlyList<RuleVersions> Versions)
{
    /// <summary>The policy under which the hearing is held.</summary>
    public HearingPolicyValues Policy { get; } = Records.Select(r => r.Event).OfType<HearingEvent.Prepared>().FirstOrDefault()?.Policy.Values ?? HearingPolicy.Default.Values;

    public string Id => Source.Head.Stream.Id;

    /// <summary>The events of a kind, with who and when.</summary>
    public IEnumerable<(TEvent Event, HearingRecord Record)> All<TEvent>() where TEvent : HearingEvent =>
        Records.Where(r => r.Event is TEvent).Select(r => ((TEvent)r.Event, r));

    /// <summary>The events of a kind about an issue, each with the round of the issue in which it happened.</summary>
    public IEnumerable<(TEvent Event, HearingRecord Record, int Round)> OfIssue<TEvent>(int number, Func<TEvent, bool> isAbout) where TEvent : HearingEvent
    {
        var round = 1;
        foreach (var record in Records)
        {
            if (record.Event is HearingEvent.Reopened reopened && reopened.IssueNumbers.Contains(number)) round++;
            if (record.Event is TEvent e && isAbout(e)) yield return (e, record, round);
        }
    }
}
