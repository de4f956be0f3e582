namespace Township.Disclosures;

[GrainType("disclosure")]
public sealed class DisclosureGrain(SessionServices services) : EventSourcedGrain<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView>(services), IDisclosureGrain;
