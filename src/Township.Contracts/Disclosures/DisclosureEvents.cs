namespace Township.Disclosures;

/// <summary>What happened to a disclosure. Stored; see docs/formats.md before changing anything.</summary>
public abstract record DisclosureEvent
{
    private DisclosureEvent() { }

    /// <summary>The disclosure was drafted.</summary>
    [EventName("disclosure.drafted")]
    public sealed record Drafted(
        DisclosureKind Kind, DisclosureSubject? Subject, DisclosureAudience Audience, DisclosureForm Form,
        string Title, PersonalText Content, int? DisplayDays, string By, DateTimeOffset At) : DisclosureEvent;

    /// <summary>A financial report was reviewed.</summary>
    [EventName("disclosure.reviewed")]
    public sealed record Reviewed(string By, DateTimeOffset At, PersonalText Remark) : DisclosureEvent;

    /// <summary>A financial report was approved.</summary>
    [EventName("disclosure.approved")]
    public sealed record Approved(string By, DateTimeOffset At) : DisclosureEvent;

    /// <summary>A financial report was sent back.</summary>
    [EventName("disclosure.sent-back")]
    public sealed record SentBack(string By, DateTimeOffset At, PersonalText Reason) : DisclosureEvent;

    /// <summary>The text became public on a channel.</summary>
    [EventName("disclosure.published")]
    public sealed record Published(Publication Publication) : DisclosureEvent;

    /// <summary>The text was replaced.</summary>
    [EventName("disclosure.corrected")]
    public sealed record Corrected(int TextNumber, string Title, PersonalText Content, PersonalText Reason, string By, DateTimeOffset At) : DisclosureEvent;

    /// <summary>The disclosure was withdrawn.</summary>
    [EventName("disclosure.withdrawn")]
    public sealed record Withdrawn(string By, DateOnly On, PersonalText Reason) : DisclosureEvent;
}
