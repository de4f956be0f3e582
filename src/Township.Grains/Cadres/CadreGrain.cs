namespace Township.Cadres;

[GrainType("cadre")]
public sealed class CadreGrain(SessionServices services) : EventSourcedGrain<Cadre, CadreCommand, CadreEvent, CadreView>(services), ICadreGrain;
