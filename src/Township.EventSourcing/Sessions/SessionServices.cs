using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>What every decision of a host has in common.</summary>
/// <param name="Clock">Tells the time of decisions.</param>
/// <param name="CalendarVersion">The version of the work calendar in force.</param>
/// <param name="CodeVersion">The version of the program, for people; stored in commits.</param>
public sealed record DecisionEnvironment(TimeProvider Clock, string CalendarVersion, string CodeVersion)
{
    /// <summary>Tells the time where it is to be put on record. By default as <see cref="ClockGuard.Of"/> the clock.</summary>
    public ClockGuard Guard { get; init; } = ClockGuard.Of(Clock);
}

/// <summary>How sessions keep snapshots.</summary>
public sealed class SessionOptions
{
    /// <summary>A snapshot is kept each time a stream has grown by so many events; 0 for never. Default 100.</summary>
    public int SnapshotEvery { get; set; } = 100;

    /// <summary>How often a decider is asked for the facts that it needs before the command fails. Default 32.</summary>
    public int MaxFactRounds { get; set; } = 32;

    /// <summary>Facts that were captured longer ago are captured anew before the decision. Default 100 ms.</summary>
    public TimeSpan FactsAge { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many command ids a session remembers to recognise repetitions without asking the store. Default 1,024.</summary>
    public int RememberedCommands { get; set; } = 1024;
}

/// <summary>What a session works with. Shared by all sessions of a process.</summary>
/// <param name="Store">The store.</param>
/// <param name="Committer">Its one writer.</param>
/// <param name="Snapshots">The snapshots.</param>
/// <param name="Facts">Reads other aggregates.</param>
/// <param name="Environment">What decisions have in common.</param>
/// <param name="Options">How snapshots and commands are kept.</param>
/// <param name="Log">For what somebody should look at.</param>
/// <param name="Aggregates">The kinds of aggregates whose facts may be guarded. Where one is missing its guards still hold, but a commit
/// guarded on a stream that moves meanwhile is decided again each time.
/// </param>
/// <param name="PersonalData">Seals and opens texts about people; without it commands that hold any fail.</param>
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
    /// <summary>What people have said about streams that are ahead of the clock. By default nobody can say anything.</summary>
    public IAheadStreams? AheadStreams { get; init; }

    internal SemaphoreSlim SnapshotTurn { get; } = new(1, 1);

    internal GuardedFacts GuardedFacts { get; } = new(Store, Aggregates ?? []);
}
