namespace Township.Promises;

/// <summary>
/// What can be asked of a time-limited promise 限时承诺 (H7). Whoever decides on it is on record as a cadre; never its owner, nor a relative
/// declared on either side. The owner does not change: when
/// somebody else takes over, this promise is withdrawn and the next one made.
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
    public sealed record Make([Person] string OwnerId, DateOnly Due, [Text(2000, MultiLine = true)] PersonalText Text, [Text(1000, MultiLine = true)] PersonalText Reason) : PromiseCommand;

    /// <summary>Reminds the owner, once for each due day, from the first day of the reminder on until the due day. By the office or the system.</summary>
    [GenerateSerializer, Alias("promise.remind"), CommandName("promise.remind")]
    public sealed record Remind : PromiseCommand;

    /// <summary>Finds the promise fulfilled; late when that was after the due day. By the office or a leader.</summary>
    /// <param name="On">When it was fulfilled; not in the future, not before it was made.</param>
    /// <param name="Evidence">What shows it.</param>
    [GenerateSerializer, Alias("promise.fulfil"), CommandName("promise.fulfil")]
    public sealed record Fulfil(DateOnly On, [Text(2000, MultiLine = true)] PersonalText Evidence) : PromiseCommand;

    /// <summary>Approves a later due day, before or after the one that holds has passed. What was overdue stays so on record. By a leader.</summary>
    /// <param name="Due">Later than the one that holds, not before today, within the policy's longest time from today; rolled to a workday.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("promise.extend"), CommandName("promise.extend")]
    public sealed record Extend(DateOnly Due, [Text(1000, MultiLine = true)] PersonalText Reason) : PromiseCommand;

    /// <summary>The due day has passed. Once for each due day; everything else remains possible. By the office or the system.</summary>
    [GenerateSerializer, Alias("promise.mark-overdue"), CommandName("promise.mark-overdue")]
    public sealed record MarkOverdue : PromiseCommand;

    /// <summary>Withdraws a promise that was made in error. It stays in the history. By a leader.</summary>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("promise.withdraw"), CommandName("promise.withdraw")]
    public sealed record Withdraw([Text(1000, MultiLine = true)] PersonalText Reason) : PromiseCommand;
}
