namespace Township.Disclosures;

/// <summary>A disclosure 政务公开. Key: <c>township/disclosure-id</c>.</summary>
[Alias("disclosure")]
public interface IDisclosureGrain : IAggregateGrain<DisclosureCommand, DisclosureView>;
