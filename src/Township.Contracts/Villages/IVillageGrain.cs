namespace Township.Villages;

/// <summary>A village 村. Key: <c>township/village-id</c>.</summary>
[Alias("village")]
public interface IVillageGrain : IAggregateGrain<VillageCommand, VillageView>;
