namespace Township.Disclosures;

/// <summary>What happened to a disclosure. Stored; see docs/formats.md before changing anything.</summary>
public abstract record DisclosureEvent
{
    private DisclosureEvent() { }

    /// <summary>The disclosure was drafted.</summary>
    [EventName("disclosure.drafted")]
    [Title("公开事项已拟稿", "Disclosure drafted")]
    public sealed record Drafted(
        DisclosureKind Kind, DisclosureSubject? Subject, DisclosureAudience Audience, DisclosureForm Form,
        string Title, PersonalText Content, int? DisplayDays, string By, DateTimeOffset At) : DisclosureEvent;

    /// <summary>A financial report was reviewed.</summary>
    [EventName("disclosure.reviewed")]
    [Title("财务公开已审核", "Financial report reviewed")]
    public sealed record Reviewed(string By, DateTimeOffset At, PersonalText Remark) : DisclosureEvent;

    /// <summary>A financial report was approved.</summary>
    [EventName("disclosure.approved")]
    [Title("财务公开已批准", "Financial report approved")]
    public sealed record Approved(string By, DateTimeOffset At) : DisclosureEvent;

    /// <summary>A financial report was sent back.</summary>
    [EventName("disclosure.sent-back")]
    [Title("财务公开已退回", "Financial report sent back")]
    public sealed record SentBack(string By, DateTimeOffset At, PersonalText Reason) : DisclosureEvent;

    /// <summary>The text became public on a channel.</summary>
    [EventName("disclosure.published")]
    [Title("已发布", "Published")]
    public sealed record Published(Publication Publication) : DisclosureEvent;

    /// <summary>The text was replaced.</summary>
    [EventName("disclosure.corrected")]
    [Title("公开内容已更正", "Text corrected")]
    public sealed record Corrected(int TextNumber, string Title, PersonalText Content, PersonalText Reason, string By, DateTimeOffset At) : DisclosureEvent;

    /// <summary>The disclosure was withdrawn.</summary>
    [EventName("disclosure.withdrawn")]
    [Title("公开事项已撤回", "Disclosure withdrawn")]
    public sealed record Withdrawn(string By, DateOnly On, PersonalText Reason) : DisclosureEvent;
}
