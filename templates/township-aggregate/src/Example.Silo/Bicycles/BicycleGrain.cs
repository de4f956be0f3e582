namespace Example.Bicycles;

[GrainType("bicycle")]
public sealed class BicycleGrain(SessionServices services)
    : EventSourcedGrain<Bicycle, BicycleCommand, BicycleEvent, BicycleView>(services), IBicycleGrain;
