namespace Township.Promises;

/// <summary>Where a promise stands, and which of its due days were missed. Null before it is made.</summary>
/// <param name="HearingId">The hearing.</param>
/// <param name="Issue">The number of its issue.</param>
/// <param name="OwnerId">The cadre who keeps it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="MissedDues">
/// The numbers of the due days that were missed: marked overdue, with the promise neither withdrawn as an error nor fulfilled by that day.
/// </param>
[FactName("promise.standing")]
public sealed record PromiseStanding(string HearingId, int Issue, string OwnerId, PromiseStatus Status, EquatableList<int> MissedDues);
