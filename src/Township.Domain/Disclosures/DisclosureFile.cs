using Event = Township.Disclosures.DisclosureEvent;

namespace Township.Disclosures;

/// <summary>A text of a disclosure.</summary>
/// <param name="Number">1, and one more with every correction.</param>
/// <param name="Title">The title.</param>
/// <param name="Content">The text.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
public sealed record DisclosureText(int Number, string Title, PersonalText Content, string By, DateTimeOffset At);

/// <summary>What is on record of a disclosure, wherever it is in its life.</summary>
/// <param name="Terms">How it began, without its text.</param>
/// <param name="Text">The current text; earlier ones are in the history.</param>
/// <param name="Publications">All of them, in their order.</param>
public sealed record DisclosureFile(DisclosureTerms Terms, DisclosureText Text, EquatableList<Publication> Publications)
{
    /// <summary>财务公开报审制.</summary>
    internal bool NeedsReview() => Terms.Kind is DisclosureKind.FinancialReport;

    internal bool IsPublic() => Publications.Any(p => p.TextNumber == Text.Number);

    internal Publication? On(Channel channel) => Publications.FirstOrDefault(p => p.Channel == channel && p.TextNumber == Text.Number);

    internal EquatableList<ChannelPublication> InForce() =>
        [.. Enum.GetValues<Channel>().Select(On).OfType<Publication>().Select(p => new ChannelPublication(p.Channel, p.At, p.Evidence))];

    internal static DisclosureFile Opened(Event.Drafted e) =>
        new(new(e.Kind, e.Subject, e.Audience, e.Form, e.DisplayDays, e.At), new(1, e.Title, e.Content, e.By, e.At), []);

    internal DisclosureFile With(Event.Published e) => this with { Publications = Publications.Add(e.Publication) };

    internal DisclosureFile With(Event.Corrected e) => this with { Text = new(e.TextNumber, e.Title, e.Content, e.By, e.At) };

    internal DisclosureView Show(DisclosureStatus status, Event.Reviewed? review, Event.Approved? approval, Event.Withdrawn? end) => new(
        status, Terms.Kind, Terms.Subject, Terms.Audience, Terms.Form, Text.Title, Text.Content, Text.Number, Terms.DisplayDays, Text.By, Text.At,
        review?.By, approval?.By, Publications, end?.On, end?.Reason);
}

/// <summary>What never changes about a disclosure.</summary>
public sealed record DisclosureTerms(DisclosureKind Kind, DisclosureSubject? Subject, DisclosureAudience Audience, DisclosureForm Form, int? DisplayDays, DateTimeOffset DraftedAt);
