namespace Township.Measures;

[GrainType("measure")]
public sealed class MeasureGrain(SessionServices services) : EventSourcedGrain<Measure, MeasureCommand, MeasureEvent, MeasureView>(services), IMeasureGrain;
