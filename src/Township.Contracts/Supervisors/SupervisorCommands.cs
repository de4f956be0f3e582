namespace Township.Supervisors;

/// <summary>What can be asked of an efficiency supervisor 效能监督员. By the office or the leading group.</summary>
[GenerateSerializer, Alias("supervisor.command")]
public abstract record SupervisorCommand : Command
{
    private SupervisorCommand() { }

    /// <summary>Appoints somebody from outside the agency.</summary>
    /// <param name="Name">The supervisor's name.</param>
    /// <param name="Organisation">Where the supervisor comes from, for example 县人大代表.</param>
    /// <param name="From">First day; not in the future.</param>
    [GenerateSerializer, Alias("supervisor.appoint"), CommandName("supervisor.appoint")]
    [Title("聘任效能监督员", "Appoint the supervisor")]
    public sealed record Appoint(PersonalText Name, PersonalText Organisation, DateOnly From) : SupervisorCommand;

    /// <summary>Declares a relative among the cadres. By the supervisor or the office.</summary>
    [GenerateSerializer, Alias("supervisor.declare-relative"), CommandName("supervisor.declare-relative")]
    [Title("申报亲属关系", "Declare a relative")]
    public sealed record DeclareRelative([Person] string PersonId, PersonalText Relation) : SupervisorCommand;

    /// <summary>Withdraws the declaration of a relative, with a reason. By the office.</summary>
    [GenerateSerializer, Alias("supervisor.withdraw-relative"), CommandName("supervisor.withdraw-relative")]
    [Title("撤销亲属关系申报", "Withdraw the declaration of a relative")]
    public sealed record WithdrawRelative([Person] string PersonId, PersonalText Reason) : SupervisorCommand;

    /// <summary>Ends the appointment. A person who is appointed again gets a new id.</summary>
    /// <param name="On">Last day; not before the first, not in the future.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("supervisor.dismiss"), CommandName("supervisor.dismiss")]
    [Title("结束聘任", "End the appointment")]
    public sealed record Dismiss(DateOnly On, PersonalText Reason) : SupervisorCommand;
}
