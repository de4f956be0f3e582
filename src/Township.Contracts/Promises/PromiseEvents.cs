namespace Township.Promises;

/// <summary>What happened to a promise. Stored; see docs/formats.md before changing anything.</summary>
public abstract record PromiseEvent
{
    private PromiseEvent() { }

    /// <summary>The promise was made.</summary>
    [EventName("promise.made")]
    [Title("限时承诺已作出", "Promise made")]
    public sealed record Made(
        string HearingId, int Issue, string OwnerId, PersonalText Text, PersonalText Reason, DueDate Due, DateOnly RemindFrom,
        string By, DateOnly On, string PolicyVersion) : PromiseEvent;

    /// <summary>The owner was reminded.</summary>
    [EventName("promise.reminded")]
    [Title("已提醒", "Owner reminded")]
    public sealed record Reminded(int DueNumber, DateOnly On) : PromiseEvent;

    /// <summary>The promise was fulfilled.</summary>
    [EventName("promise.fulfilled")]
    [Title("已兑现", "Promise fulfilled")]
    public sealed record Fulfilled(DateOnly On, bool Late, PersonalText Evidence, string By, DateOnly RecordedOn) : PromiseEvent;

    /// <summary>A later due day was approved.</summary>
    [EventName("promise.extended")]
    [Title("延期已批准", "Later due day approved")]
    public sealed record Extended(int DueNumber, DueDate Due, DateOnly RemindFrom, PersonalText Reason, string By, DateOnly On, string PolicyVersion) : PromiseEvent;

    /// <summary>A due day passed before the promise was fulfilled.</summary>
    [EventName("promise.became-overdue")]
    [Title("已逾期", "Promise became overdue")]
    public sealed record BecameOverdue(int DueNumber, DateOnly Due, string OwnerId, DateOnly On) : PromiseEvent;

    /// <summary>The promise was withdrawn as an error.</summary>
    [EventName("promise.withdrawn")]
    [Title("限时承诺已撤回", "Promise withdrawn")]
    public sealed record Withdrawn(string By, DateOnly On, PersonalText Reason) : PromiseEvent;
}
