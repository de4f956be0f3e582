namespace Township.EventSourcing;

/// <summary>Settings of a silo that hosts aggregates.</summary>
public sealed class EventSourcingOptions
{
    /// <summary>Opens the store when the silo starts. Required.</summary>
    public Func<IServiceProvider, CancellationToken, Task<IEventStore>>? OpenStore { get; set; }

    /// <summary>Opens the snapshot store when the silo starts. Default: no snapshots.</summary>
    public Func<IServiceProvider, CancellationToken, Task<ISnapshotStore>> OpenSnapshots { get; set; } = (_, _) =>
        Task.FromResult<ISnapshotStore>(NoSnapshots.Instance);

    /// <summary>
    /// Opens the vault with the keys of personal texts when the silo starts. It must belong to the given store; see
    /// <see cref="VaultOwnership"/>. Default: none; commands that hold personal texts then fail.
    /// </summary>
    public Func<IServiceProvider, IEventReader, CancellationToken, Task<IPersonalDataKeys>>? OpenPersonalDataKeys { get; set; }

    /// <summary>Settings for sealing and opening personal texts.</summary>
    public PersonalDataOptions PersonalData { get; set; } = new();

    /// <summary>The clock of decisions. Default: the system clock. It does not drive Orleans' own timers.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>
    /// How much the clock may differ from that of the store's server, and how far a stream's last decision may be
    /// ahead of it. Default 2 minutes.
    /// </summary>
    public TimeSpan ClockTolerance { get; set; } = ClockGuard.DefaultTolerance;

    /// <summary>The interval at which the clock is compared with that of the store's server. Default 10 s.</summary>
    public TimeSpan ClockComparedEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether the clock is checked. Default: true for the system clock, false for an injected clock, which differs on purpose.
    /// </summary>
    public bool? ChecksClock { get; set; }

    /// <summary>
    /// The acknowledgements for streams that are ahead of the clock. Default: none, so such streams cannot be acknowledged.
    /// </summary>
    public IAheadStreams? AheadStreams { get; set; }

    /// <summary>The version of the work calendar in force; stored in every commit.</summary>
    public string CalendarVersion { get; set; } = "";

    /// <summary>The version of the program, stored in every commit for people to read.</summary>
    public string CodeVersion { get; set; } = "";

    /// <summary>Settings of the group committer: batch sizes, waiting and retries.</summary>
    public GroupCommitOptions GroupCommit { get; set; } = new();

    /// <summary>Settings for snapshots, facts and repeated commands.</summary>
    public SessionOptions Sessions { get; } = new();
}
