namespace Township.Bodies;

[GrainType("body")]
public sealed class BodyGrain(SessionServices services) : EventSourcedGrain<Body, BodyCommand, BodyEvent, BodyView>(services), IBodyGrain;
