using Township.Hearings;
using Township.Townships;

namespace Township.Documents;

/// <summary>An event of a hearing with its actor and time. Personal texts are opened if their keys exist.</summary>
sealed record HearingRecord(HearingEvent Event, DateTimeOffset At, string By);

/// <summary>A stream that a document uses: its head, and the number of commits.</summary>
sealed record CitedStream(StreamHead Head, int Commits, long Position, DateTimeOffset DecidedAt);

/// <summary>The history of a hearing up to the version that a document shows.</summary>
/// <param name="View">The view at that version.</param>
/// <param name="Records">All events, in order.</param>
/// <param name="Source">The stream that was read.</param>
/// <param name="Versions">The versions of rules and programs that decided, in the order of their first use.</param>
sealed record HearingHistory(
    HearingView View, IReadOnlyList<HearingRecord> Records, CitedStream Source, IReadOnlyList<RuleVersions> Versions)
{
    /// <summary>The policy under which the hearing is held.</summary>
    public HearingPolicyValues Policy { get; } = Records.Select(r => r.Event).OfType<HearingEvent.Prepared>()
        .FirstOrDefault()?.Policy.Values ?? HearingPolicy.Default.Values;

    public string Id => Source.Head.Stream.Id;

    /// <summary>Returns the events of a kind, with their records.</summary>
    public IEnumerable<(TEvent Event, HearingRecord Record)> All<TEvent>() where TEvent : HearingEvent =>
        Records.Where(r => r.Event is TEvent).Select(r => ((TEvent)r.Event, r));

    /// <summary>Returns the events of a kind about an issue, each with the round of the issue in which it happened.</summary>
    public IEnumerable<(TEvent Event, HearingRecord Record, int Round)> OfIssue<TEvent>(int number, Func<TEvent, bool> isAbout)
        where TEvent : HearingEvent
    {
        var round = 1;
        foreach (var record in Records)
        {
            if (record.Event is HearingEvent.Reopened reopened && reopened.IssueNumbers.Contains(number)) round++;
            if (record.Event is TEvent e && isAbout(e)) yield return (e, record, round);
        }
    }
}
