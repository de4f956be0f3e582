using System.Diagnostics;
using static Township.Notices.NoticeEvent;

namespace Township.Notices;

/// <summary>A notice 通知书 for an unfulfilled pledge (P5): one measure, chosen by a named person, explained before it takes effect.
/// Not a disciplinary punishment 处分.</summary>
public abstract partial record Notice : IAggregate<Notice, NoticeCommand, NoticeEvent, NoticeView>
{
    private Notice() { }

    public sealed record Draft : Notice;

    /// <summary>Issued, not in effect.</summary>
    public sealed record Pending(Issued Terms, Explained? Answer) : Notice;

    public sealed record Effective(Issued Terms, Explained? Answer, TookEffect Effect) : Notice;

    /// <summary>Withdrawn, before or after it took effect.</summary>
    public sealed record Retracted(Issued Terms, Explained? Answer, TookEffect? Effect, Withdrawn End) : Notice;

    public static string Category => "notice";

    public static Notice Initial => new Draft();

    public static Notice Evolve(Notice state, NoticeEvent e) => (state, e) switch
    {
        (Draft, Issued issued) => new Pending(issued, null),
        (Pending { Answer: null } pending, Explained explained) => pending with { Answer = explained },
        (Pending pending, TookEffect effect) => new Effective(pending.Terms, pending.Answer, effect),
        (Pending pending, Withdrawn withdrawn) => new Retracted(pending.Terms, pending.Answer, null, withdrawn),
        (Effective effective, Withdrawn withdrawn) => new Retracted(effective.Terms, effective.Answer, effective.Effect, withdrawn),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static NoticeStanding? StandingOf(Notice state) => state switch
    {
        Pending { Answer: null, Terms: var terms } => new(NoticeStep.Issued, terms.Measure, terms.RectifyBy),
        Pending { Terms: var terms } => new(NoticeStep.Explained, terms.Measure, terms.RectifyBy),
        Effective { Terms: var terms } => new(NoticeStep.InEffect, terms.Measure, terms.RectifyBy),
        Retracted { Terms: var terms } => new(NoticeStep.Withdrawn, terms.Measure, terms.RectifyBy),
        _ => null,
    };

    public static NoticeView View(Notice state, StreamId stream) => state switch
    {
        Pending { Answer: null } s => Show(NoticeStep.Issued, s.Terms, null, null, null),
        Pending s => Show(NoticeStep.Explained, s.Terms, s.Answer, null, null),
        Effective s => Show(NoticeStep.InEffect, s.Terms, s.Answer, s.Effect, null),
        Retracted s => Show(NoticeStep.Withdrawn, s.Terms, s.Answer, s.Effect, s.End),
        _ => Show(NoticeStep.Open, null, null, null, null),
    };

    static NoticeView Show(NoticeStep step, Issued? terms, Explained? answer, TookEffect? effect, Withdrawn? end) => new(
        step, terms?.CadreId, terms?.Month, terms?.Cause, terms?.Measure, terms?.Grounds, terms?.RectifyBy,
        terms?.By, terms?.On, terms?.ExplainUntil, terms?.PolicyVersion, answer?.Explanation, answer?.On,
        effect?.By, effect?.On, effect?.Consideration, end?.By, end?.On, end?.Reason);
}
