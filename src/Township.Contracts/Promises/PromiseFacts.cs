namespace Township.Promises;

/// <summary>Where a promise stands, and which of its due days passed in vain. Null before it is made.</summary>
/// <param name="HearingId">The hearing.</param>
/// <param name="Issue">The number of its issue.</param>
/// <param name="OwnerId">The cadre who keeps it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="MissedDues">The numbers of the due days that passed in vain: marked overdue, and neither withdrawn as an error nor fulfilled by then.</param>
[FactName("promise.standing")]
public sealed record PromiseStanding(string HearingId, int Issue, string OwnerId, PromiseStep Status, EquatableList<int> MissedDues);
