namespace Township;

/// <summary>
/// Settings of the cluster that a silo joins. In configuration, <c>Township:Cluster=adonet</c> is short for
/// <c>Township:Cluster:Kind=adonet</c>. Used by <see cref="TownshipClustering.UseTownshipClustering"/>; a host with its own
/// clustering need not set them.
/// </summary>
public sealed class ClusteringOptions
{
    /// <summary>
    /// <c>localhost</c> (default): this silo alone, on 127.0.0.1. <c>adonet</c>: all silos that share a PostgreSQL database.
    /// </summary>
    public string Kind { get; set; } = ClusterKinds.Localhost;

    /// <summary>
    /// The PostgreSQL connection string of Orleans' tables: membership, reminders and, for every kind, snapshots. Default: the store's
    /// connection string; <c>Search Path</c> names the schema, default the store's schema name followed by <c>_cluster</c>.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>For <c>adonet</c>: silos and clients with the same id find each other. Default <c>township</c>.</summary>
    public string ClusterId { get; set; } = "township";

    /// <summary>
    /// For <c>adonet</c>: the owner of reminders and snapshots; it stays the same when the cluster changes. Default <c>township</c>.
    /// </summary>
    public string ServiceId { get; set; } = "township";

    /// <summary>For <c>adonet</c>: the interval at which silos probe each other, and the time limit for an answer. Default 1.5 s.</summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>For <c>adonet</c>: the number of unanswered probes after which a silo votes another one dead. Default 3.</summary>
    public int MissedProbes { get; set; } = 3;
}

/// <summary>The names of the kinds of clusters.</summary>
public static class ClusterKinds
{
    /// <summary>One silo on 127.0.0.1.</summary>
    public const string Localhost = "localhost";

    /// <summary>Silos that find each other in a PostgreSQL database, through Orleans' ADO.NET providers.</summary>
    public const string AdoNet = "adonet";
}
