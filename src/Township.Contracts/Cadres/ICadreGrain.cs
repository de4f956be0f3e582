namespace Township.Cadres;

/// <summary>A cadre 干部. Key: <c>township/cadre-id</c>.</summary>
[Alias("cadre")]
public interface ICadreGrain : IAggregateGrain<CadreCommand, CadreView>;
