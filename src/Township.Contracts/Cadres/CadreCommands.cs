namespace Township.Cadres;

/// <summary>What can be asked of a cadre 干部. By the efficiency office, except where it says otherwise.</summary>
[GenerateSerializer, Alias("cadre.command")]
public abstract record CadreCommand : Command
{
    private CadreCommand() { }

    /// <summary>Registers a cadre who is on the roster 干部名册, with a post and a superior.</summary>
    /// <param name="Name">The cadre's name.</param>
    /// <param name="PostId">An existing post.</param>
    /// <param name="Superior">Who oversees the cadre; null for the top leader 一把手 only.</param>
    /// <param name="JoinedOn">First day in the township; not in the future.</param>
    [GenerateSerializer, Alias("cadre.register"), CommandName("cadre.register")]
    [Title("登记干部", "Register the cadre")]
    public sealed record Register(PersonalText Name, [Key] string PostId, [Key] string? Superior, DateOnly JoinedOn) : CadreCommand;

    /// <summary>Moves the cadre to another post, and possibly under another superior.</summary>
    /// <param name="PostId">An existing post.</param>
    /// <param name="Superior">Who oversees the cadre from then on.</param>
    /// <param name="EffectiveOn">First day on the new post; not before the previous change, not in the future.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("cadre.transfer"), CommandName("cadre.transfer")]
    [Title("调整岗位", "Transfer to another post")]
    public sealed record Transfer([Key] string PostId, [Key] string? Superior, DateOnly EffectiveOn, PersonalText Reason) : CadreCommand;

    /// <summary>Changes who oversees the cadre 分管, on the same post.</summary>
    /// <param name="Superior">
    /// A registered cadre who has not departed and is not overseen by this cadre, directly or through others.
    /// </param>
    /// <param name="EffectiveOn">Not before the previous change, not in the future.</param>
    [GenerateSerializer, Alias("cadre.assign-superior"), CommandName("cadre.assign-superior")]
    [Title("确定分管领导", "Assign a superior")]
    public sealed record AssignSuperior([Key] string Superior, DateOnly EffectiveOn) : CadreCommand;

    /// <summary>Records a leave 请假. Leaves never overlap.</summary>
    /// <param name="Kind">For example 产假.</param>
    /// <param name="From">First day; may lie ahead, but not before the cadre joined.</param>
    /// <param name="Until">Last day.</param>
    [GenerateSerializer, Alias("cadre.grant-leave"), CommandName("cadre.grant-leave")]
    [Title("登记请假", "Record a leave")]
    public sealed record GrantLeave(PersonalText Kind, DateOnly From, DateOnly Until) : CadreCommand;

    /// <summary>Cancels a leave that was recorded wrongly; it stays in the history.</summary>
    [GenerateSerializer, Alias("cadre.cancel-leave"), CommandName("cadre.cancel-leave")]
    [Title("取消请假", "Cancel a leave")]
    public sealed record CancelLeave(DateOnly From, PersonalText Reason) : CadreCommand;

    /// <summary>Declares a relative in the township. By the cadre or the office.</summary>
    [GenerateSerializer, Alias("cadre.declare-relative"), CommandName("cadre.declare-relative")]
    [Title("申报亲属关系", "Declare a relative")]
    public sealed record DeclareRelative([Person] string PersonId, PersonalText Relation) : CadreCommand;

    /// <summary>Withdraws the declaration of a relative, with a reason. By the office.</summary>
    [GenerateSerializer, Alias("cadre.withdraw-relative"), CommandName("cadre.withdraw-relative")]
    [Title("撤销亲属关系申报", "Withdraw the declaration of a relative")]
    public sealed record WithdrawRelative([Person] string PersonId, PersonalText Reason) : CadreCommand;

    /// <summary>Records that the cadre leaves the township: moves away, retires or resigns.</summary>
    /// <param name="LeftOn">Last day; not before the last change, not in the future.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("cadre.depart"), CommandName("cadre.depart")]
    [Title("登记离任", "Record the departure")]
    public sealed record Depart(DateOnly LeftOn, PersonalText Reason) : CadreCommand;
}
