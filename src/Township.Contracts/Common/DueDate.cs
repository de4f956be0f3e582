namespace Township;

/// <summary>A day by which something is due, and the work calendar by which it was computed. A later calendar never moves it.</summary>
/// <param name="On">The last day on which it is in time, in Asia/Shanghai.</param>
/// <param name="CalendarVersion">The work calendar's version.</param>
/// <param name="Provisional">Whether the calendar had no announced holidays for a year involved, so that only weekends counted as days off.</param>
[GenerateSerializer, Immutable, Alias("township.due-date")]
public sealed record DueDate(DateOnly On, string CalendarVersion, bool Provisional);
