namespace Township.EventSourcing;

/// <summary>All that a decision may look at besides the command and the state. All of it is stored in the commit.</summary>
/// <param name="Stream">The stream that decides.</param>
/// <param name="Now">The moment of the decision, UTC, whole microseconds; never before the stream's last commit.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="CalendarVersion">The version of the work calendar in force on this host.</param>
/// <param name="Inputs">What was read from other aggregates before deciding.</param>
public sealed record DecisionContext(StreamId Stream, DateTimeOffset Now, Actor Actor, string CalendarVersion, CapturedInputs Inputs);
