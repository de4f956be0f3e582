namespace Township.Supervisors;

/// <summary>Why a command to an efficiency supervisor is refused.</summary>
public static class SupervisorRefusals
{
    /// <summary>The appointment has ended. Arguments: id, date.</summary>
    public static readonly RefusalReason Dismissed = new("supervisor.dismissed",
        "监督员 {0} 的聘任已于 {1} 结束。", "The appointment of supervisor {0} ended on {1}.");

    /// <summary>Nobody can be declared as their own relative.</summary>
    public static readonly RefusalReason OwnRelative = new("supervisor.own-relative",
        "不能把本人申报为亲属。", "Nobody can be declared as their own relative.");

    /// <summary>The person is not a declared relative. Argument: the person.</summary>
    public static readonly RefusalReason NoSuchRelative = new("supervisor.no-such-relative",
        "{0} 不是已申报的亲属。", "{0} is not a declared relative.");
}
