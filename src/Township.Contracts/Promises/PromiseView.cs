namespace Township.Promises;

/// <summary>Where a promise stands.</summary>
public enum PromiseStatus
{
    /// <summary>Not made yet.</summary>
    [Title("尚未作出", "not made")]
    Unmade,

    /// <summary>It stands, and is not marked overdue.</summary>
    [Title("履行中", "made")]
    Made,

    /// <summary>It stands, and its due day was marked as passed.</summary>
    [Title("已逾期，仍须履行", "overdue")]
    Overdue,

    /// <summary>Fulfilled, in time or late.</summary>
    [Title("已兑现", "fulfilled")]
    Fulfilled,

    /// <summary>Withdrawn: it was an error.</summary>
    [Title("已撤回", "withdrawn")]
    Withdrawn,
}

/// <summary>A due day that a promise had, and what came of it.</summary>
/// <param name="Number">1 for the first, one more with each extension.</param>
/// <param name="Due">The last day on which it is kept in time.</param>
/// <param name="RemindFrom">The first day on which the owner can be reminded.</param>
/// <param name="SetBy">Who set it: the person who made the promise or approved the extension.</param>
/// <param name="SetOn">When.</param>
/// <param name="Reason">Why it was not possible at once, or why it was extended.</param>
/// <param name="PolicyVersion">The policy in force then.</param>
/// <param name="RemindedOn">When the owner was reminded.</param>
/// <param name="OverdueOn">When it was marked overdue.</param>
[GenerateSerializer, Immutable, Alias("promise.due")]
public sealed record PromiseDue(
    int Number, DueDate Due, DateOnly RemindFrom, string SetBy, DateOnly SetOn, PersonalText Reason, string PolicyVersion, DateOnly? RemindedOn, DateOnly? OverdueOn);

/// <summary>A time-limited promise 限时承诺. All but the status is null or empty until it is made.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="HearingId">The hearing.</param>
/// <param name="Issue">The number of its issue.</param>
/// <param name="OwnerId">The cadre who keeps it.</param>
/// <param name="Text">What is promised.</param>
/// <param name="Dues">Its due days; the current one is the last.</param>
/// <param name="FulfilledOn">When it was fulfilled.</param>
/// <param name="Late">Whether that was after the due day that held; null until fulfilled.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="ConfirmedBy">Who found it fulfilled.</param>
/// <param name="WithdrawnOn">When it was withdrawn.</param>
/// <param name="WithdrawalReason">Why.</param>
[GenerateSerializer, Immutable, Alias("promise.view")]
public sealed record PromiseView(
    PromiseStatus Status, string? HearingId, int? Issue, string? OwnerId, PersonalText? Text, EquatableList<PromiseDue> Dues,
    DateOnly? FulfilledOn, bool? Late, PersonalText? Evidence, string? ConfirmedBy, DateOnly? WithdrawnOn, PersonalText? WithdrawalReason)
{
    /// <summary>The current due day; null until the promise is made.</summary>
    public PromiseDue? Current() => Dues is [.., var last] ? last : null;

    /// <summary>Whether it was made and has not ended.</summary>
    public bool Stands() => Status is PromiseStatus.Made or PromiseStatus.Overdue;

    /// <summary>
    /// Whether a due day was missed, as far as is known now: it was marked overdue, and the promise was neither withdrawn as an error nor
    /// found to have been fulfilled by that day.
    /// </summary>
    public bool WasMissed(int due) => Status is not PromiseStatus.Withdrawn
        && Dues.FirstOrDefault(d => d.Number == due) is { OverdueOn: not null } missed && !(FulfilledOn <= missed.Due.On);
}
