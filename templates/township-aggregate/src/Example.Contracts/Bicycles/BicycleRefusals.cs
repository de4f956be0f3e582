namespace Example.Bicycles;

/// <summary>Why a command to a bicycle is refused.</summary>
public static class BicycleRefusals
{
    /// <summary>The bicycle is on loan. Arguments: its id, who has it.</summary>
    public static readonly RefusalReason OnLoan = new("bicycle.on-loan", "{0} 已借给 {1}。", "{0} is on loan to {1}.");

    /// <summary>The bicycle is not on loan to that cadre. Arguments: its id, the cadre.</summary>
    public static readonly RefusalReason NotLentTo = new("bicycle.not-lent-to", "{0} 没有借给 {1}。", "{0} is not on loan to {1}.");

    /// <summary>The due day is out of range. Arguments: the day, the first and the last possible day.</summary>
    public static readonly RefusalReason DueOutOfRange = new("bicycle.due-out-of-range",
        "归还期限 {0} 应在 {1} 至 {2} 之间。", "The due day {0} must be between {1} and {2}.");
#if (deadline)

    /// <summary>The due day has not passed. Argument: the day.</summary>
    public static readonly RefusalReason NotDue = new("bicycle.not-due",
        "尚未逾期：归还期限为 {0}。", "The bicycle is not overdue: its due day is {0}.");
#endif
}
