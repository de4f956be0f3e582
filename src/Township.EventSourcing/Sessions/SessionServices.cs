using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>Reads the view of another aggregate as an input of a decision.</summary>
public interface IInputReader
{
    /// <summary>The aggregate's durable view now; version 0 when it does not exist.</summary>
    Task<CapturedInput> Capture(InputRequest request, CancellationToken cancellationToken = default);
}

/// <summary>What every decision of a host has in common.</summary>
/// <param name="Clock">Tells the time of decisions.</param>
/// <param name="CalendarVersion">The version of the work calendar in force.</param>
/// <param name="CodeVersion">The version of the program; also binds snapshots.</param>
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

    /// <summary>How many command ids a session remembers to recognise repetitions without asking the store. Default 1,024.</summary>
    public int RememberedCommands { get; set; } = 1024;
}

/// <summary>What a session works with. Shared by all sessions of a process.</summary>
/// <param name="Store">The store.</param>
/// <param name="Committer">Its one writer.</param>
/// <param name="Snapshots">The snapshots.</param>
/// <param name="Inputs">Reads other aggregates.</param>
/// <param name="Environment">What decisions have in common.</param>
/// <param name="Options">How snapshots and commands are kept.</param>
/// <param name="Log">For what somebody should look at.</param>
/// <param name="PersonalData">Seals and opens texts about people; without it commands that hold any fail.</param>
public sealed record SessionServices(
    IEventStore Store,
    GroupCommitter Committer,
    ISnapshotStore Snapshots,
    IInputReader Inputs,
    DecisionEnvironment Environment,
    SessionOptions Options,
    ILogger Log,
    PersonalData? PersonalData = null)
{
    /// <summary>What people have said about streams that are ahead of the clock. By default nobody can say anything.</summary>
    public IAheadStreams? AheadStreams { get; init; }

    internal SemaphoreSlim SnapshotTurn { get; } = new(1, 1);
}
