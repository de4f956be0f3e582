using Npgsql;

namespace Township.Clustering.PostgreSql;

/// <summary>Connections for Orleans' ADO.NET providers.</summary>
public static class ClusterDatabase
{
    /// <summary>
    /// Returns a data source for the server that accepts writes and the schema that the connection string names. The provider's name in
    /// Orleans (<c>Invariant</c>) is <c>Npgsql</c>. The pool is small: it serves heartbeats, reminders and snapshots.
    /// </summary>
    /// <exception cref="StoreOpenException">The connection string or its schema is not valid.</exception>
    public static NpgsqlDataSource DataSource(string connectionString)
    {
        var settings = Databases.Settings(connectionString);
        settings.SearchPath = new SchemaName(ClusterSchema.NameIn(connectionString)).ToString();
        settings.ApplicationName ??= "township-cluster";
        settings.TargetSessionAttributes = null;
        // A silo that cannot write its heartbeat must notice soon, and so must one that waits for a server that is gone.
        if (!settings.ContainsKey("Timeout")) settings.Timeout = 3;
        if (!settings.ContainsKey("Command Timeout")) settings.CommandTimeout = 5;
        if (!settings.ContainsKey("Maximum Pool Size")) settings.MaxPoolSize = 8;
        settings.CancellationTimeout = 500;
        var builder = new NpgsqlDataSourceBuilder(settings.ToString()) { Name = "township-cluster" };
        return builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary);
    }
}
