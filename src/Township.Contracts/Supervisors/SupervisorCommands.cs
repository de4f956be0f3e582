namespace Township.Supervisors;

/// <summary>What can be asked of an efficiency supervisor 效能监督员. By the office or the leading group.</summary>
[GenerateSerializer, Alias("supervisor.command")]
public abstract record SupervisorCommand : Command
{
    private SupervisorCommand() { }

    /// <summary>Appoints somebody from outside the agency.</summary>
    [GenerateSerializer, Alias("supervisor.appoint"), CommandName("supervisor.appoint")]
    public sealed record Appoint(string Name, string Organisation, DateOnly From) : SupervisorCommand;

    /// <summary>Declares a relative among the cadres. By the supervisor or the office.</summary>
    [GenerateSerializer, Alias("supervisor.declare-relative"), CommandName("supervisor.declare-relative")]
    public sealed record DeclareRelative([Key] string PersonId, string Relation) : SupervisorCommand;

    /// <summary>Ends the appointment.</summary>
    [GenerateSerializer, Alias("supervisor.dismiss"), CommandName("supervisor.dismiss")]
    public sealed record Dismiss(DateOnly On, string Reason) : SupervisorCommand;
}
