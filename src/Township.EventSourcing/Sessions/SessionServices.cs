using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>The environment that all decisions of a host share.</summary>
/// <param name="Clock">The clock of decisions.</param>
/// <param name="CalendarVersion">The version of the work calendar in force.</param>
/// <param name="CodeVersion">The version of the program, stored in commits for people to read.</param>
public sealed record DecisionEnvironment(TimeProvider Clock, string CalendarVersion, string CodeVersion)
{
    /// <summary>Checks the clock before it is used for decisions. Default: <see cref="ClockGuard.Of"/> the clock.</summary>
    public ClockGuard Guard { get; init; } = ClockGuard.Of(Clock);
}

/// <summary>Settings for snapshots, facts and repeated commands.</summary>
public sealed class SessionOptions
{
    /// <summary>A snapshot is saved each time a stream has grown by this number of events; 0 for never. Default 100.</summary>
    public int SnapshotEvery { get; set; } = 100;

    /// <summary>The maximum number of rounds in which a decider may ask for facts before the command fails. Default 32.</summary>
    public int MaxFactRounds { get; set; } = 32;

    /// <summary>The maximum age of captured facts; older ones are captured again before the decision. Default 100 ms.</summary>
    public TimeSpan FactsAge { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The number of command ids that a session remembers to recognise repetitions without asking the store. Default 1,024.
    /// </summary>
    public int RememberedCommands { get; set; } = 1024;
}

/// <summary>The services that all sessions of a process share.</summary>
/// <param name="Store">The store.</param>
/// <param name="Committer">The only writer to the store.</param>
/// <param name="Snapshots">The snapshots.</param>
/// <param name="Facts">Reads facts of other aggregates.</param>
/// <param name="Environment">The environment of decisions.</param>
/// <param name="Options">Settings for snapshots, facts and repeated commands.</param>
/// <param name="Log">Where problems that an operator should look at are logged.</param>
/// <param name="Aggregates">The kinds of aggregates whose facts may be guarded. When one is missing, its guards still hold, but a commit
/// guarded on a stream that has moved on is decided again each time.
/// </param>
/// <param name="PersonalData">Seals and opens personal texts; without it, commands that hold any fail.</param>
public sealed record SessionServices(
    IEventStore Store,
    GroupCommitter Committer,
    ISnapshotStore Snapshots,
    IFactReader Facts,
    DecisionEnvironment Environment,
    SessionOptions Options,
    ILogger Log,
    IReadOnlyList<IAggregateType>? Aggregates = null,
    PersonalData? PersonalData = null)
{
    /// <summary>
    /// The acknowledgements for streams that are ahead of the clock. Default: none, so such streams cannot be acknowledged.
    /// </summary>
    public IAheadStreams? AheadStreams { get; init; }

    internal SemaphoreSlim SnapshotTurn { get; } = new(1, 1);

    internal GuardedFacts GuardedFacts { get; } = new(Store, Aggregates ?? []);
}
