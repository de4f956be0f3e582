namespace Township.Pledges;

[GrainType("pledge")]
public sealed class PledgeGrain(SessionServices services) : EventSourcedGrain<Pledge, PledgeCommand, PledgeEvent, PledgeView>(services), IPledgeGrain;
