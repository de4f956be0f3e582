namespace Township.PledgeForms;

/// <summary>Why a command to the pledge form is refused.</summary>
public static class PledgeFormRefusals
{
    /// <summary>The bounds for items are out of range. Arguments: the fewest, the most.</summary>
    public static readonly RefusalReason WrongBounds = new("pledge-form.wrong-bounds",
        "项数 {0} 至 {1} 无效：最少项数应为 1 至 10，最多项数不得少于最少项数，也不得超过 20。",
        "A form cannot ask for {0} to {1} items: the minimum must be 1 to 10, the maximum not less than the minimum and at most 20.");

    /// <summary>The first month of the version is too early. Arguments: the month, the earliest possible one.</summary>
    public static readonly RefusalReason FromTooEarly = new("pledge-form.from-too-early",
        "启用月份 {0} 不能早于 {1}。", "The form cannot be used from {0}; the earliest month is {1}.");
}
