namespace Township.Disclosures;

/// <summary>Where a disclosure stands.</summary>
public enum DisclosureStatus
{
    /// <summary>Not drafted yet.</summary>
    [Title("尚未拟稿", "not drafted")]
    Unwritten,

    /// <summary>Drafted; a financial report waits for its review.</summary>
    [Title("已拟稿", "drafted")]
    Drafted,

    /// <summary>A financial report was reviewed and waits for its approval.</summary>
    [Title("已审核", "reviewed")]
    Reviewed,

    /// <summary>A financial report was sent back and waits to be corrected.</summary>
    [Title("已退回", "sent back")]
    SentBack,

    /// <summary>A financial report may be published.</summary>
    [Title("已批准", "approved")]
    Approved,

    /// <summary>The current text is published on at least one channel.</summary>
    [Title("已发布", "published")]
    Published,

    /// <summary>Withdrawn; it stays visible, with the reason.</summary>
    [Title("已撤回", "withdrawn")]
    Withdrawn,
}

/// <summary>A disclosure. All but the status is null, 0 or empty until it is drafted.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Kind">What is disclosed.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Audience">For whom 对象.</param>
/// <param name="Form">In which form 形式.</param>
/// <param name="Title">The title.</param>
/// <param name="Content">The current text 内容.</param>
/// <param name="TextNumber">Which text that is: 1, and one more with every correction.</param>
/// <param name="DisplayDays">For how many full days it is displayed, where it has a period.</param>
/// <param name="DraftedBy">Who wrote the current text.</param>
/// <param name="DraftedAt">When, UTC.</param>
/// <param name="ReviewedBy">Who reviewed it.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="Publications">All publications, in their order, of earlier texts too.</param>
/// <param name="WithdrawnOn">When it was withdrawn.</param>
/// <param name="WithdrawalReason">Why.</param>
[GenerateSerializer, Immutable, Alias("disclosure.view")]
public sealed record DisclosureView(
    DisclosureStatus Status, DisclosureKind? Kind, DisclosureSubject? Subject, DisclosureAudience? Audience, DisclosureForm? Form,
    string? Title, PersonalText? Content, int TextNumber, int? DisplayDays, string? DraftedBy, DateTimeOffset? DraftedAt,
    string? ReviewedBy, string? ApprovedBy, EquatableList<Publication> Publications, DateOnly? WithdrawnOn, PersonalText? WithdrawalReason)
{
    /// <summary>The publication on a channel that counts: of the current text, and not withdrawn. Null if there is none.</summary>
    public Publication? On(Channel channel) => Status is DisclosureStatus.Withdrawn
        ? null
        : Publications.FirstOrDefault(p => p.Channel == channel && p.TextNumber == TextNumber);

    /// <summary>
    /// The last full day of display of the current text, on the channel that shows it longest; null without a period or publication.
    /// </summary>
    public DateOnly? DisplayedUntil() => Status is DisclosureStatus.Withdrawn ? null : Publications.Where(p => p.TextNumber == TextNumber).Max(p => p.DisplayedUntil);
}
