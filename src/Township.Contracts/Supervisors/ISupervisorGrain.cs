namespace Township.Supervisors;

/// <summary>An efficiency supervisor 效能监督员. Key: <c>township/supervisor-id</c>.</summary>
[Alias("supervisor")]
public interface ISupervisorGrain : IAggregateGrain<SupervisorCommand, SupervisorView>;
