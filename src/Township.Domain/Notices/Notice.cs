using System.Diagnostics;
using Event = Township.Notices.NoticeEvent;

namespace Township.Notices;

/// <summary>A notice 通知书 for an unfulfilled pledge (P5): one measure, chosen by a named person, explained before it takes effect.
/// Not a disciplinary punishment 处分.</summary>
[Title("通知书", "notice")]
public abstract partial record Notice : IAggregate<Notice, NoticeCommand, NoticeEvent, NoticeView>
{
    private Notice() { }

    public sealed record Unissued : Notice;

    /// <summary>Issued, not in effect.</summary>
    public sealed record Issued(Event.Issued Terms, Event.Explained? Answer) : Notice;

    public sealed record InEffect(Event.Issued Terms, Event.Explained? Answer, Event.TookEffect Effect) : Notice;

    /// <summary>Withdrawn, before or after it took effect.</summary>
    public sealed record Withdrawn(Event.Issued Terms, Event.Explained? Answer, Event.TookEffect? Effect, Event.Withdrawn End) : Notice;

    public static string Category => "notice";

    public static Notice Initial => new Unissued();

    public static Notice Evolve(Notice state, NoticeEvent e) => (state, e) switch
    {
        (Unissued, Event.Issued issued) => new Issued(issued, null),
        (Issued { Answer: null } pending, Event.Explained explained) => pending with { Answer = explained },
        (Issued pending, Event.TookEffect effect) => new InEffect(pending.Terms, pending.Answer, effect),
        (Issued pending, Event.Withdrawn withdrawn) => new Withdrawn(pending.Terms, pending.Answer, null, withdrawn),
        (InEffect effective, Event.Withdrawn withdrawn) => new Withdrawn(effective.Terms, effective.Answer, effective.Effect, withdrawn),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static NoticeStanding? StandingOf(Notice state) => state switch
    {
        Issued { Answer: null, Terms: var terms } => new(NoticeStatus.Issued, terms.Measure, terms.RectifyBy),
        Issued { Terms: var terms } => new(NoticeStatus.Explained, terms.Measure, terms.RectifyBy),
        InEffect { Terms: var terms } => new(NoticeStatus.InEffect, terms.Measure, terms.RectifyBy),
        Withdrawn { Terms: var terms } => new(NoticeStatus.Withdrawn, terms.Measure, terms.RectifyBy),
        _ => null,
    };

    public static NoticeView View(Notice state, StreamId stream) => state switch
    {
        Issued { Answer: null } s => Show(NoticeStatus.Issued, s.Terms, null, null, null),
        Issued s => Show(NoticeStatus.Explained, s.Terms, s.Answer, null, null),
        InEffect s => Show(NoticeStatus.InEffect, s.Terms, s.Answer, s.Effect, null),
        Withdrawn s => Show(NoticeStatus.Withdrawn, s.Terms, s.Answer, s.Effect, s.End),
        _ => Show(NoticeStatus.Unissued, null, null, null, null),
    };

    static NoticeView Show(NoticeStatus status, Event.Issued? terms, Event.Explained? answer, Event.TookEffect? effect, Event.Withdrawn? end) => new(
        status, terms?.CadreId, terms?.Month, terms?.Cause, terms?.Measure, terms?.Grounds, terms?.RectifyBy,
        terms?.By, terms?.On, terms?.ExplainUntil, terms?.PolicyVersion, answer?.Explanation, answer?.On,
        effect?.By, effect?.On, effect?.Consideration, end?.By, end?.On, end?.Reason);
}
