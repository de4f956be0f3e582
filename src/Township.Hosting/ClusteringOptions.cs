namespace Township;

/// <summary>
/// The cluster that a silo joins. Configuration knows <c>Township:Cluster=adonet</c> as short for <c>Township:Cluster:Kind=adonet</c>.
/// Read by <see cref="TownshipClustering.UseTownshipClustering"/>; a host that chooses its clustering itself leaves it alone.
/// </summary>
public sealed class ClusteringOptions
{
    /// <summary>
    /// <c>localhost</c> (default): this silo alone, on 127.0.0.1. <c>adonet</c>: all silos that share a PostgreSQL database.
    /// </summary>
    public string Kind { get; set; } = ClusterKinds.Localhost;

    /// <summary>
    /// Where Orleans' tables are on PostgreSQL: membership, reminders and, whatever the kind, snapshots. Default: the store's
    /// connection string; <c>Search Path</c> names the schema, default the store's with <c>_cluster</c> behind it.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>For <c>adonet</c>: silos and clients with the same one find each other. Default <c>township</c>.</summary>
    public string ClusterId { get; set; } = "township";

    /// <summary>For <c>adonet</c>: whose reminders and snapshots these are; it outlives clusters. Default <c>township</c>.</summary>
    public string ServiceId { get; set; } = "township";

    /// <summary>For <c>adonet</c>: how often silos probe each other, and how long they wait for an answer. Default 1.5 s.</summary>
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>For <c>adonet</c>: after how many probes without an answer a silo votes another one dead. Default 3.</summary>
    public int MissedProbes { get; set; } = 3;
}

/// <summary>The kinds of clusters.</summary>
public static class ClusterKinds
{
    /// <summary>One silo on 127.0.0.1.</summary>
    public const string Localhost = "localhost";

    /// <summary>Silos that find each other in a PostgreSQL database, through Orleans' ADO.NET providers.</summary>
    public const string AdoNet = "adonet";
}
