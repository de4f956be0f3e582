namespace Township.Promises;

/// <summary>
/// What can be asked of a time-limited promise 限时承诺 (H7). The person who decides on it must be on record as a cadre, and be neither its
/// owner nor a relative declared on either side. The owner does not change: when somebody else takes over, this promise is withdrawn and
/// the next one is made.
/// </summary>
[GenerateSerializer, Alias("promise.command")]
public abstract record PromiseCommand : Command
{
    private PromiseCommand() { }

    /// <summary>Makes the promise, after the sitting in which its issue was heard. By the office or a leader.</summary>
    /// <param name="OwnerId">The cadre who keeps it.</param>
    /// <param name="Due">The last day; not before today, within the policy's longest time, rolled to a workday.</param>
    /// <param name="Text">What is promised.</param>
    /// <param name="Reason">Why it cannot be done now.</param>
    [GenerateSerializer, Alias("promise.make"), CommandName("promise.make")]
    [Title("作出限时承诺", "Make the promise")]
    public sealed record Make([Person] string OwnerId, DateOnly Due, [Text(2000, MultiLine = true)] PersonalText Text, [Text(1000, MultiLine = true)] PersonalText Reason) : PromiseCommand;

    /// <summary>
    /// Reminds the owner, once for each due day, between the first day of the reminder and the due day. By the office or the system.
    /// </summary>
    [GenerateSerializer, Alias("promise.remind"), CommandName("promise.remind")]
    [Title("提醒", "Remind the owner")]
    public sealed record Remind : PromiseCommand;

    /// <summary>Records that the promise was fulfilled; late if that was after the due day. By the office or a leader.</summary>
    /// <param name="On">When it was fulfilled; not in the future, not before it was made.</param>
    /// <param name="Evidence">What shows it.</param>
    [GenerateSerializer, Alias("promise.fulfil"), CommandName("promise.fulfil")]
    [Title("登记兑现", "Record that the promise was fulfilled")]
    public sealed record Fulfil(DateOnly On, [Text(2000, MultiLine = true)] PersonalText Evidence) : PromiseCommand;

    /// <summary>
    /// Approves a later due day, before or after the current one has passed. If the promise was overdue, that stays on record. By a leader.
    /// </summary>
    /// <param name="Due">
    /// Later than the current one, not before today, within the policy's longest time from today; rolled to a workday.
    /// </param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("promise.extend"), CommandName("promise.extend")]
    [Title("批准延期", "Approve a later due day")]
    public sealed record Extend(DateOnly Due, [Text(1000, MultiLine = true)] PersonalText Reason) : PromiseCommand;

    /// <summary>
    /// Records that the due day has passed; once for each due day. Everything else remains possible. By the office or the system.
    /// </summary>
    [GenerateSerializer, Alias("promise.mark-overdue"), CommandName("promise.mark-overdue")]
    [Title("认定逾期", "Mark the promise as overdue")]
    public sealed record MarkOverdue : PromiseCommand;

    /// <summary>Withdraws a promise that was made in error. It stays in the history. By a leader.</summary>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("promise.withdraw"), CommandName("promise.withdraw")]
    [Title("撤回限时承诺", "Withdraw the promise")]
    public sealed record Withdraw([Text(1000, MultiLine = true)] PersonalText Reason) : PromiseCommand;
}
