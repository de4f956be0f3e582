namespace Township.Promises;

[GrainType("promise")]
public sealed class PromiseGrain(SessionServices services) : EventSourcedGrain<Promise, PromiseCommand, PromiseEvent, PromiseView>(services), IPromiseGrain;
