using System.Diagnostics;
using static Township.Disclosures.DisclosureEvent;

namespace Township.Disclosures;

/// <summary>The rows of a disclosure in <see cref="PublicDisclosures"/>.</summary>
sealed record DisclosureRows(string Township, string Id) : IStreamRows<DisclosureRows, DisclosureEvent>
{
    static readonly ViewTable Table = new(PublicDisclosures.Table, 2,
    [
        "township TEXT NOT NULL", "disclosure TEXT NOT NULL", "step TEXT NOT NULL", "kind TEXT NOT NULL", "audience TEXT NOT NULL", "form TEXT NOT NULL",
        "title TEXT NOT NULL", "subject TEXT", "revision INTEGER NOT NULL", "issues TEXT NOT NULL", "text_number INTEGER NOT NULL",
        "drafted_by TEXT NOT NULL", "drafted_at TEXT NOT NULL", "reviewed_by TEXT", "approved_by TEXT", "withdrawn_on TEXT",
        "drafted_on TEXT NOT NULL", "channels TEXT NOT NULL", "published_on TEXT", "displayed_until TEXT",
    ], "township, audience, drafted_at", "township, kind, drafted_at", "township, drafted_at", "township, subject");

    static readonly ViewTable PublicationTable = new(PublicDisclosures.Publications, 3,
    [
        "township TEXT NOT NULL", "disclosure TEXT NOT NULL", "number INTEGER NOT NULL", "channel TEXT NOT NULL", "text_number INTEGER NOT NULL",
        "published_at TEXT NOT NULL", "recorded_by TEXT NOT NULL", "displayed_until TEXT", "published_on TEXT NOT NULL", "holds INTEGER NOT NULL",
    ], "township, channel, published_on");

    public static IReadOnlyList<ViewTable> Tables => [Table, PublicationTable];

    DisclosureStep Step { get; init; }

    DisclosureKind? Kind { get; init; }

    DisclosureAudience? Audience { get; init; }

    DisclosureForm? Form { get; init; }

    string? Title { get; init; }

    string? Subject { get; init; }

    int Revision { get; init; }

    string Issues { get; init; } = "";

    int TextNumber { get; init; }

    string? DraftedBy { get; init; }

    DateTimeOffset? DraftedAt { get; init; }

    string? ReviewedBy { get; init; }

    string? ApprovedBy { get; init; }

    DateOnly? WithdrawnOn { get; init; }

    EquatableList<PublicationRow> Publications { get; init; } = [];

    sealed record PublicationRow(int Number, Channel Channel, int TextNumber, DateTimeOffset At, string By, DateOnly? DisplayedUntil);

    public IEnumerable<ViewRow> Rows =>
    [
        ViewRow.Of(
            Table, Township, Id, Step, Kind, Audience, Form, Title, Subject, Revision, Issues, TextNumber, DraftedBy, DraftedAt, ReviewedBy, ApprovedBy, WithdrawnOn,
            Day(DraftedAt), string.Join(",", Publications.Where(Holds).Select(p => p.Channel).Distinct()), Day(Publications.Min(p => (DateTimeOffset?)p.At)),
            Publications.Where(Holds).Max(p => p.DisplayedUntil)),
        .. Publications.Select(p => ViewRow.Of(
            PublicationTable, Township, Id, p.Number, p.Channel, p.TextNumber, p.At, p.By, p.DisplayedUntil, LocalTime.DateOf(p.At), Holds(p))),
    ];

    bool Holds(PublicationRow p) => Step is not DisclosureStep.Withdrawn && p.TextNumber == TextNumber;

    static DateOnly? Day(DateTimeOffset? moment) => moment is { } at ? LocalTime.DateOf(at) : null;

    public static DisclosureRows From(EquatableList<string> key, Func<ViewTable, IEnumerable<Cells>> stored) =>
        (stored(Table).Select(From).SingleOrDefault() ?? new(key[0], key[1])) with { Publications = [.. stored(PublicationTable).Select(Published).OrderBy(p => p.Number)] };

    static DisclosureRows From(Cells cells) => new(cells.Text(), cells.Text())
    {
        Step = cells.Name<DisclosureStep>(),
        Kind = cells.Name<DisclosureKind>(),
        Audience = cells.Name<DisclosureAudience>(),
        Form = cells.Name<DisclosureForm>(),
        Title = cells.Text(),
        Subject = cells.TextOrNull(),
        Revision = cells.Number(),
        Issues = cells.Text(),
        TextNumber = cells.Number(),
        DraftedBy = cells.Text(),
        DraftedAt = cells.Time(),
        ReviewedBy = cells.TextOrNull(),
        ApprovedBy = cells.TextOrNull(),
        WithdrawnOn = cells.DayOrNull(),
    };

    static PublicationRow Published(Cells cells) =>
        new(cells.Skip(2).Number(), cells.Name<Channel>(), cells.Number(), cells.Time(), cells.Text(), cells.DayOrNull());

    public DisclosureRows After(DisclosureEvent e) => e switch
    {
        Drafted drafted => this with
        {
            Step = DisclosureStep.Drafted,
            Kind = drafted.Kind,
            Audience = drafted.Audience,
            Form = drafted.Form,
            Title = drafted.Title,
            Subject = drafted.Subject?.Stream,
            Revision = drafted.Subject?.Revision ?? 0,
            Issues = string.Join(",", drafted.Subject?.IssueNumbers ?? []),
            TextNumber = 1,
            DraftedBy = drafted.By,
            DraftedAt = drafted.At,
        },
        Reviewed reviewed => this with { Step = DisclosureStep.Reviewed, ReviewedBy = reviewed.By },
        Approved approved => this with { Step = DisclosureStep.Approved, ApprovedBy = approved.By },
        SentBack => this with { Step = DisclosureStep.SentBack, ReviewedBy = null, ApprovedBy = null },
        DisclosureEvent.Published published => With(published.Publication),
        // Another text is drafted, reviewed, approved and published anew.
        Corrected corrected => this with
        {
            Step = DisclosureStep.Drafted,
            TextNumber = corrected.TextNumber,
            Title = corrected.Title,
            DraftedBy = corrected.By,
            ReviewedBy = null,
            ApprovedBy = null,
        },
        Withdrawn withdrawn => this with { Step = DisclosureStep.Withdrawn, WithdrawnOn = withdrawn.On },
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    DisclosureRows With(Publication p) => this with
    {
        Step = DisclosureStep.Published,
        Publications = Publications.Add(new(Publications.Count + 1, p.Channel, p.TextNumber, p.At, p.By, p.DisplayedUntil)),
    };
}
