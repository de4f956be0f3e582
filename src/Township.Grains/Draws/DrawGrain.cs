namespace Township.Draws;

[GrainType("draw")]
public sealed class DrawGrain(SessionServices services) : EventSourcedGrain<Draw, DrawCommand, DrawEvent, DrawView>(services), IDrawGrain;
