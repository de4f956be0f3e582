namespace Township.Villages;

[GrainType("village")]
public sealed class VillageGrain(SessionServices services) : EventSourcedGrain<Village, VillageCommand, VillageEvent, VillageView>(services), IVillageGrain;
