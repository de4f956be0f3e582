namespace Township.Disclosures;

/// <summary>The tables <c>disclosures</c>, one row per disclosure, and <c>disclosure_publications</c>, one row for each publication on a channel.</summary>
public sealed class PublicDisclosures() : StreamView(
    Table, 1, Disclosure.Category,
    StreamTables.Of<DisclosureRows, DisclosureEvent>(Disclosure.Type.Events))
{
    /// <summary>The table of the disclosures, as queries know it.</summary>
    public const string Table = "disclosures";

    /// <summary>The table of their publications.</summary>
    public const string Publications = "disclosure_publications";
}
