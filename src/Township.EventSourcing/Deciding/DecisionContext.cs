namespace Township.EventSourcing;

/// <summary>Everything that a decision may depend on besides the command and the state. All of it is stored in the commit.</summary>
/// <param name="Stream">The stream that decides.</param>
/// <param name="Now">The time of the decision, UTC, in whole microseconds; never before the stream's last commit.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Rules">The version of the aggregate's rules to apply; see <see cref="RulesChange"/>.</param>
/// <param name="CalendarVersion">The version of the work calendar in force on this host.</param>
/// <param name="Facts">The facts of other aggregates: in <c>Needs</c> those known so far, in <c>Decide</c> all that were asked for.</param>
public sealed record DecisionContext(StreamId Stream, DateTimeOffset Now, Actor Actor, int Rules, string CalendarVersion, Facts Facts)
{
    /// <inheritdoc cref="Facts.Get{TFact}"/>
    public TFact? Fact<TFact>(string id) where TFact : class => Facts.Get<TFact>(Stream, id);

    /// <summary>Like <see cref="Fact"/>, but returns null when the fact has not been asked for.</summary>
    public TFact? Known<TFact>(string id) where TFact : class => Facts.Find<TFact>(Stream, id);
}
