namespace Township.EventSourcing;

/// <summary>How a silo hosts aggregates.</summary>
public sealed class EventSourcingOptions
{
    /// <summary>Opens the store when the silo starts. Required.</summary>
    public Func<IServiceProvider, CancellationToken, Task<IEventStore>>? OpenStore { get; set; }

    /// <summary>Opens the snapshot store when the silo starts. Default: no snapshots.</summary>
    public Func<IServiceProvider, CancellationToken, Task<ISnapshotStore>> OpenSnapshots { get; set; } = (_, _) => Task.FromResult<ISnapshotStore>(NoSnapshots.Instance);

    /// <summary>
    /// Opens the vault with the keys of texts about people when the silo starts, the one that belongs to the store that is given: see
    /// <see cref="VaultOwnership"/>. Default: none; commands that hold such texts then fail.
    /// </summary>
    public Func<IServiceProvider, IEventReader, CancellationToken, Task<IPersonalDataKeys>>? OpenPersonalDataKeys { get; set; }

    /// <summary>How texts about people are sealed and opened.</summary>
    public PersonalDataOptions PersonalData { get; set; } = new();

    /// <summary>Tells the time of decisions. Default: the system clock. It does not drive Orleans' own timers.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>
    /// How far the clock may differ from that of the store's server, and how far a stream's last decision may lie ahead of it. Default 2
    /// minutes.
    /// </summary>
    public TimeSpan ClockTolerance { get; set; } = ClockGuard.DefaultTolerance;

    /// <summary>How often the clock is compared with that of the store's server. Default 10 s.</summary>
    public TimeSpan ClockComparedEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether the clock is checked. Default: the system's is, an injected one is not, being meant to differ.</summary>
    public bool? ChecksClock { get; set; }

    /// <summary>What people have put on record about streams that are ahead of the clock. Default: nobody can say anything.</summary>
    public IAheadStreams? AheadStreams { get; set; }

    /// <summary>The version of the work calendar in force; stored in every commit.</summary>
    public string CalendarVersion { get; set; } = "";

    /// <summary>The version of the program, for people; stored in every commit.</summary>
    public string CodeVersion { get; set; } = "";

    /// <summary>Batching, waiting and retrying.</summary>
    public GroupCommitOptions GroupCommit { get; set; } = new();

    /// <summary>Snapshots.</summary>
    public SessionOptions Sessions { get; } = new();
}
