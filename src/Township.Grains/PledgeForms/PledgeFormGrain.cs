namespace Township.PledgeForms;

[GrainType("pledge-form")]
public sealed class PledgeFormGrain(SessionServices services) : EventSourcedGrain<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView>(services), IPledgeFormGrain;
