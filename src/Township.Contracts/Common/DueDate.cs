namespace Township;

/// <summary>
/// A workday by which somebody must have acted, and the work calendar by which it was computed. A day that is set by hand is rolled to a
/// workday like a computed one. A later calendar moves neither of them. Waiting periods are counted in full days and have no due date.
/// </summary>
/// <param name="On">The last day on which it is in time, in Asia/Shanghai.</param>
/// <param name="CalendarVersion">The work calendar's version.</param>
/// <param name="Provisional">
/// Whether it was computed before the calendar was final: the holidays of a year involved were not announced, so that only weekends counted
/// as days off, or a day involved is one of the last three of the last announced year.
/// </param>
[GenerateSerializer, Immutable, Alias("township.due-date")]
public sealed record DueDate(DateOnly On, string CalendarVersion, bool Provisional);
