namespace Example.Bicycles;

/// <summary>Where a bicycle stands.</summary>
public enum BicycleStatus
{
    /// <summary>Not in the system yet.</summary>
    Unregistered,

    /// <summary>In its place.</summary>
    Available,

    /// <summary>Lent.</summary>
    OnLoan,
#if (deadline)

    /// <summary>Lent, and the due day has passed.</summary>
    Overdue,
#endif
}

/// <summary>A bicycle, as clients are shown it.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Label">What is written on it; null before it is registered.</param>
/// <param name="BorrowerId">Who has it; null while it is in its place.</param>
/// <param name="Due">Until when; null while it is in its place.</param>
[GenerateSerializer, Immutable, Alias("bicycle.view")]
public sealed record BicycleView(BicycleStatus Status, string? Label, string? BorrowerId, DueDate? Due);
