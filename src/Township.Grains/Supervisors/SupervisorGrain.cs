namespace Township.Supervisors;

[GrainType("supervisor")]
public sealed class SupervisorGrain(SessionServices services) : EventSourcedGrain<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView>(services), ISupervisorGrain;
