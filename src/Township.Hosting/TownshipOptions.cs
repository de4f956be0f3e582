namespace Township;

/// <summary>Settings of a silo that hosts Township, bound to the configuration section <c>Township</c>.</summary>
public sealed class TownshipOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Township";

    /// <summary>The event store.</summary>
    public StoreOptions Store { get; set; } = new();

    /// <summary>The cluster that this silo joins.</summary>
    public ClusteringOptions Cluster { get; set; } = new();

    /// <summary>The keys of personal texts.</summary>
    public PersonalDataSettings PersonalData { get; set; } = new();

    /// <summary>Settings of snapshots, a disposable cache.</summary>
    public SnapshotOptions Snapshots { get; set; } = new();

    /// <summary>Read models of the history as SQL tables.</summary>
    public ReadModelOptions ReadModels { get; set; } = new();

    /// <summary>Deadlines, whose commands the silos send.</summary>
    public DeadlineSettings Deadlines { get; set; } = new();

    /// <summary>Reactions, which send commands to one aggregate because of events of another.</summary>
    public ReactionSettings Reactions { get; set; } = new();

    internal bool KeepsReadModels => CheckpointProvider is not null && ReadModels.Enabled;

    internal bool Reacts => CheckpointProvider is not null && Reactions.Enabled != false;

    internal bool SendsDeadlines => CheckpointProvider is not null && Deadlines.Enabled != false;

    /// <summary>Whether anything needs a checkpoint store: read models, reactions or deadlines.</summary>
    internal bool KeepsCheckpoints => KeepsReadModels || Reacts || SendsDeadlines;

    /// <summary>The provider of the checkpoint store; null when there is none.</summary>
    internal string? CheckpointProvider => ReadModels.Provider ?? (Store.Provider == StoreProviders.Memory ? null : Store.Provider);

    /// <summary>Settings of the group committer: batch sizes, waiting and retries.</summary>
    public GroupCommitOptions GroupCommit { get; set; } = new();

    /// <summary>The clock of decisions. Not read from configuration. Default: the system clock.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>
    /// The tolerance for clocks, 1 s to 1 hour, default 2 minutes. When the system clock differs by more from the database server's,
    /// the silo accepts no commands. When a stream's last decision is further ahead of the clock, the stream accepts none. An
    /// injected clock is not checked.
    /// </summary>
    public TimeSpan ClockTolerance { get; set; } = ClockGuard.DefaultTolerance;
}

/// <summary>Settings of the event store.</summary>
public sealed class StoreOptions
{
    /// <summary><c>sqlite</c> (default), <c>postgres</c> or <c>memory</c>.</summary>
    public string Provider { get; set; } = StoreProviders.Sqlite;

    /// <summary>
    /// For SQLite <c>Data Source=PATH</c>, default <c>Data Source=data/township.db</c>; relative paths start at the working directory.
    /// For PostgreSQL an Npgsql connection string, <c>Host=db1,db2;Database=township;Username=…</c>; <c>Search Path</c> names the
    /// schema, default <c>township</c>.
    /// </summary>
    public string ConnectionString { get; set; } = DefaultFile;

    /// <summary>For PostgreSQL: the replicas for long reads, such as those of subscriptions. Default: none.</summary>
    public string? ReplicaConnectionString { get; set; }

    /// <summary>
    /// For PostgreSQL: whether the tables (of the store and of <see cref="ClusteringOptions"/>) are created and migrated at start, which
    /// requires the owner's rights. Default: true for a single silo; false in a cluster, where <c>silo -- migrate</c> does it once,
    /// before the new silos start.
    /// </summary>
    public bool? Migrate { get; set; }

    /// <summary>
    /// For PostgreSQL: the number of partitions of the table of commits when the schema is created. Default 1: no partitions.
    /// </summary>
    public int Partitions { get; set; } = 1;

    internal const string DefaultFile = "Data Source=data/township.db";
}

/// <summary>The names of the store providers.</summary>
public static class StoreProviders
{
    /// <summary>The embedded store: one file, one silo.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>The store for clusters: one PostgreSQL database, any number of silos.</summary>
    public const string Postgres = "postgres";

    /// <summary>A store in memory, for trials only.</summary>
    public const string Memory = "memory";
}

/// <summary>Snapshots, a disposable cache.</summary>
public sealed class SnapshotOptions
{
    /// <summary>A snapshot is saved each time a stream has grown by this number of events; 0 for never. Default 100.</summary>
    public int Every { get; set; } = 100;

    /// <summary>
    /// For SQLite <c>Data Source=PATH</c>; default: beside the store, <c>…-snapshots.db</c>. On PostgreSQL the snapshots are stored where
    /// <see cref="ClusteringOptions.ConnectionString"/> says.
    /// </summary>
    public string? ConnectionString { get; set; }
}

/// <summary>Settings of the read models, SQL tables that can be rebuilt from the history at any time.</summary>
public sealed class ReadModelOptions
{
    /// <summary>
    /// Whether this silo maintains read models. Default true; beside a store in memory only if <see cref="Provider"/> is set. Reactions and
    /// deadlines have settings of their own.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The provider of the checkpoint store for read models, reactions and deadlines: <c>sqlite</c> or <c>postgres</c>. Default: the
    /// store's provider.
    /// </summary>
    public string? Provider { get; set; }

    /// <summary>
    /// For SQLite <c>Data Source=PATH</c>; default: beside the store, <c>…-read-models.db</c>. For PostgreSQL an Npgsql connection string
    /// whose <c>Search Path</c> names the schema, <c>township_read_models</c> without one; default: the store's database, in the store's
    /// schema name followed by <c>_read_models</c>.
    /// </summary>
    public string? ConnectionString { get; set; }
}

/// <summary>Settings of deadlines, whose due commands the silos send to the aggregates.</summary>
public sealed class DeadlineSettings
{
    /// <summary>
    /// Whether this silo takes part. Default: true if there is a checkpoint store (see <see cref="ReadModelOptions"/>); true without one is
    /// an error. Nothing is lost while it is false: commands that have become due are sent when it is true again.
    /// </summary>
    public bool? Enabled { get; set; }
}

/// <summary>Settings of reactions: commands to one aggregate because of events of another.</summary>
public sealed class ReactionSettings
{
    /// <summary>
    /// Whether this silo takes part. Default: true if there is a checkpoint store (see <see cref="ReadModelOptions"/>); true without one is
    /// an error. Nothing is lost while it is false: the commits since then are handled when it is true again.
    /// </summary>
    public bool? Enabled { get; set; }
}
