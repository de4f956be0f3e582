namespace Township;

/// <summary>
/// A workday by which somebody must have acted, and the work calendar by which it was computed. A day set by hand is rolled as a computed
/// one is, and a later calendar moves neither. Waiting periods are full days, and none of these.
/// </summary>
/// <param name="On">The last day on which it is in time, in Asia/Shanghai.</param>
/// <param name="CalendarVersion">The work calendar's version.</param>
/// <param name="Provisional">
/// Whether a notice that was still to come could change it: a year involved was not announced, so that only its weekends counted as days
/// off, or it lies in the last three days of the last announced year.
/// </param>
[GenerateSerializer, Immutable, Alias("township.due-date")]
public sealed record DueDate(DateOnly On, string CalendarVersion, bool Provisional);
