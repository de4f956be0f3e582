namespace Township.Hearings;

[GrainType("hearing")]
public sealed class HearingGrain(SessionServices services) : EventSourcedGrain<Hearing, HearingCommand, HearingEvent, HearingView>(services), IHearingGrain;
