namespace Township.Townships;

[GrainType("township")]
public sealed class TownshipGrain(SessionServices services) : EventSourcedGrain<TownshipState, TownshipCommand, TownshipEvent, TownshipView>(services), ITownshipGrain;
