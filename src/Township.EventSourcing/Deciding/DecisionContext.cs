namespace Township.EventSourcing;

/// <summary>All that a decision may look at besides the command and the state. All of it is stored in the commit.</summary>
/// <param name="Stream">The stream that decides.</param>
/// <param name="Now">The moment of the decision, UTC, whole microseconds; never before the stream's last commit.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Rules">The version of the aggregate's rules to decide by; see <see cref="RulesChange"/>.</param>
/// <param name="CalendarVersion">The version of the work calendar in force on this host.</param>
/// <param name="Facts">What is known of other aggregates: in <c>Needs</c> so far, in <c>Decide</c> all that was asked for.</param>
public sealed record DecisionContext(StreamId Stream, DateTimeOffset Now, Actor Actor, int Rules, string CalendarVersion, Facts Facts)
{
    /// <inheritdoc cref="Facts.Get{TFact}"/>
    public TFact? Fact<TFact>(string id) where TFact : class => Facts.Get<TFact>(Stream, id);

    /// <summary>The same for what may not have been asked for yet, or not at all: then null too.</summary>
    public TFact? Known<TFact>(string id) where TFact : class => Facts.Find<TFact>(Stream, id);
}
