namespace Township.PledgeForms;

/// <summary>Why the pledge form refuses.</summary>
public static class PledgeFormRefusals
{
    /// <summary>The bounds for items make no sense. Arguments: fewest, most.</summary>
    public static readonly RefusalReason WrongBounds = new("pledge-form.wrong-bounds", "条目数 {0} 至 {1} 无效(1–10 至 20)。", "A form cannot ask for {0} to {1} items (1–10 to 20).");

    /// <summary>The version would begin before it could. Arguments: the month, the earliest possible one.</summary>
    public static readonly RefusalReason FromTooEarly = new("pledge-form.from-too-early", "启用月份 {0} 不能早于 {1}。", "The form cannot be used from {0}; the earliest month is {1}.");
}
