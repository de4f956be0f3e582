namespace Township.Disclosures;

public abstract partial record Disclosure
{
    public static IEnumerable<DisclosureRow> Rows(Disclosure state, StreamId stream) => state is Unwritten ? [] : [Row(state, FileOf(state), stream)];

    public static IEnumerable<DisclosurePublicationRow> PublicationRows(Disclosure state, StreamId stream) =>
        state is Unwritten ? [] : FileOf(state).Publications.Select((publication, i) => Row(state, publication, i + 1, stream));

    static DisclosureRow Row(Disclosure state, DisclosureFile file, StreamId stream)
    {
        var (terms, text, inForce) = (file.Terms, file.Text, file.Publications.Where(p => Holds(state, p)).ToList());
        return new(
            stream.Township, stream.Id, View(state, stream).Status, terms.Kind, terms.Audience, terms.Form, text.Title,
            terms.Subject?.Stream, terms.Subject?.Revision ?? 0, terms.Subject?.IssueNumbers ?? [], text.Number, text.By, terms.DraftedAt,
            ReviewOf(state)?.By, ApprovalOf(state)?.By, (state as Withdrawn)?.End.On, LocalTime.DateOf(terms.DraftedAt),
            [.. inForce.Select(p => p.Channel).Distinct()],
            file.Publications.Min(p => (DateTimeOffset?)p.At) is { } first ? LocalTime.DateOf(first) : null, inForce.Max(p => p.DisplayedUntil));
    }

    static DisclosurePublicationRow Row(Disclosure state, Publication p, int number, StreamId stream) => new(
        stream.Township, stream.Id, number, p.Channel, p.TextNumber, p.At, p.By, p.DisplayedUntil, LocalTime.DateOf(p.At), Holds(state, p));

    static bool Holds(Disclosure state, Publication publication) => state is not Withdrawn && publication.TextNumber == FileOf(state).Text.Number;
}
