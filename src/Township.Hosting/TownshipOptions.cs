namespace Township;

/// <summary>How a silo hosts Township. Bound to the configuration section <c>Township</c>.</summary>
public sealed class TownshipOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Township";

    /// <summary>Where the history is kept.</summary>
    public StoreOptions Store { get; set; } = new();

    /// <summary>The cluster that this silo joins.</summary>
    public ClusteringOptions Cluster { get; set; } = new();

    /// <summary>The keys of texts about people.</summary>
    public PersonalDataSettings PersonalData { get; set; } = new();

    /// <summary>Snapshots, a disposable cache.</summary>
    public SnapshotOptions Snapshots { get; set; } = new();

    /// <summary>Read models of the history as SQL tables.</summary>
    public ReadModelOptions ReadModels { get; set; } = new();

    /// <summary>What is due, sent by the silos.</summary>
    public DeadlineSettings Deadlines { get; set; } = new();

    /// <summary>What follows in one aggregate from what happened in another, sent by the silos.</summary>
    public ReactionSettings Reactions { get; set; } = new();

    /// <summary>Whether this silo reacts: its checkpoints are kept beside the read models.</summary>
    internal bool Reacts => ReadModels.Enabled && ReadModelProvider is not null && Reactions.Enabled != false;

    /// <summary>Whether this silo sends what is due: the read model of deadlines says what is due.</summary>
    internal bool SendsDeadlines => ReadModels.Enabled && ReadModelProvider is not null && Deadlines.Enabled != false;

    /// <summary>Where read models are kept; null: nowhere.</summary>
    internal string? ReadModelProvider => ReadModels.Provider ?? (Store.Provider == StoreProviders.Memory ? null : Store.Provider);

    /// <summary>Batching, waiting and retrying.</summary>
    public GroupCommitOptions GroupCommit { get; set; } = new();

    /// <summary>Tells the time of decisions. Not read from configuration. Default: the system clock.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>
    /// How far the system clock may differ from that of the database's server before the silo takes no commands, and how far a stream's
    /// last decision may lie ahead of it before the stream takes none. 1 s to 1 hour, default 2 minutes. An injected clock is not checked.
    /// </summary>
    public TimeSpan ClockTolerance { get; set; } = ClockGuard.DefaultTolerance;
}

/// <summary>Where the history is kept.</summary>
public sealed class StoreOptions
{
    /// <summary><c>sqlite</c> (default), <c>postgres</c> or <c>memory</c>.</summary>
    public string Provider { get; set; } = StoreProviders.Sqlite;

    /// <summary>
    /// For SQLite <c>Data Source=PATH</c>; default <c>Data Source=data/township.db</c>; relative paths start at the working
    /// directory. For PostgreSQL what Npgsql takes: <c>Host=db1,db2;Database=township;Username=…</c>; <c>Search Path</c> names
    /// the schema, default <c>township</c>.
    /// </summary>
    public string ConnectionString { get; set; } = DefaultFile;

    /// <summary>For PostgreSQL: replicas for long reads, such as those of subscriptions. Default: none.</summary>
    public string? ReplicaConnectionString { get; set; }

    /// <summary>
    /// For PostgreSQL: whether the tables (those of the store and those of <see cref="ClusteringOptions"/>) are made and brought
    /// up to date at start, which takes the owner's rights. Default: by a silo on its own yes; in a cluster no, there
    /// <c>silo -- migrate</c> does it, once, before the new silos start.
    /// </summary>
    public bool? Migrate { get; set; }

    /// <summary>For PostgreSQL: into how many parts the table of commits is split when the schema is made. Default 1: not at all.</summary>
    public int Partitions { get; set; } = 1;

    internal const string DefaultFile = "Data Source=data/township.db";
}

/// <summary>The names of the stores.</summary>
public static class StoreProviders
{
    /// <summary>The embedded store: one file, one silo.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>The store for clusters: one PostgreSQL database, any number of silos.</summary>
    public const string Postgres = "postgres";

    /// <summary>Nothing is kept: for trials only.</summary>
    public const string Memory = "memory";
}

/// <summary>Snapshots, a disposable cache.</summary>
public sealed class SnapshotOptions
{
    /// <summary>A snapshot each time a stream has grown by so many events; 0 for none. Default 100.</summary>
    public int Every { get; set; } = 100;

    /// <summary>
    /// For SQLite <c>Data Source=PATH</c>; default: beside the store, <c>…-snapshots.db</c>. On PostgreSQL they lie where
    /// <see cref="ClusteringOptions.ConnectionString"/> says.
    /// </summary>
    public string? ConnectionString { get; set; }
}

/// <summary>Read models of the history as SQL tables; they can be made again at any time.</summary>
public sealed class ReadModelOptions
{
    /// <summary>
    /// Whether this silo keeps read models. Default true; beside a store in memory only where <see cref="Provider"/> is set.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary><c>sqlite</c> or <c>postgres</c>; default: as the store.</summary>
    public string? Provider { get; set; }

    /// <summary>
    /// For SQLite <c>Data Source=PATH</c>; default: beside the store, <c>…-read-models.db</c>. For PostgreSQL what Npgsql takes,
    /// its <c>Search Path</c> naming the schema, by default <c>township_read_models</c>; default: the store's database, in the schema
    /// that is called as the store's with <c>_read_models</c> behind it.
    /// </summary>
    public string? ConnectionString { get; set; }
}

/// <summary>What is due, sent by the silos as commands to the aggregates.</summary>
public sealed class DeadlineSettings
{
    /// <summary>
    /// Whether this silo takes part. Default: where it keeps read models, whose table <c>deadlines</c> it needs; true without read models
    /// is an error. Nothing is lost while it is false: what has become due meanwhile is sent when it is not any more.
    /// </summary>
    public bool? Enabled { get; set; }
}

/// <summary>What follows in one aggregate from what happened in another: the silos send it as commands.</summary>
public sealed class ReactionSettings
{
    /// <summary>
    /// Whether this silo takes part. Default: where it keeps read models, beside which the checkpoints are; true without read models is
    /// an error. Nothing is lost while it is false: what has happened meanwhile is reacted to when it is not any more.
    /// </summary>
    public bool? Enabled { get; set; }
}
