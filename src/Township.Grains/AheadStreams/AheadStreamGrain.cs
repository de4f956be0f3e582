namespace Township.AheadStreams;

[GrainType("ahead-stream")]
public sealed class AheadStreamGrain(SessionServices services) : EventSourcedGrain<AheadStream, AheadStreamCommand, AheadStreamEvent, AheadStreamView>(services), IAheadStreamGrain;
