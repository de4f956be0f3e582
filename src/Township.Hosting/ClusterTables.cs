using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Township.Clustering.PostgreSql;
using Township.EventSourcing.PostgreSql;

namespace Township;

/// <summary>Orleans' tables on PostgreSQL: finds and, if allowed, migrates them before any part of Orleans uses them.</summary>
sealed class ClusterTables(string connectionString, bool migrate) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>Orleans' name of the provider for PostgreSQL.</summary>
    public const string Invariant = "Npgsql";

    /// <summary>Adds the tables once, however many features need them.</summary>
    public static void Add(ISiloBuilder silo, TownshipOptions options)
    {
        if (silo.Services.Any(s => s.ServiceType == typeof(ClusterTables))) return;
        var connection = ConnectionOf(options);
        silo.Services.AddSingleton(new ClusterTables(connection, MigratesAtStart(options)));
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s => s.GetRequiredService<ClusterTables>());
        silo.Services.TryAddKeyedSingleton(typeof(ClusterTables), (_, _) => ClusterDatabase.DataSource(connection));
    }

    public static NpgsqlDataSource DataSource(IServiceProvider services) =>
        services.GetRequiredKeyedService<NpgsqlDataSource>(typeof(ClusterTables));

    public static bool MigratesAtStart(TownshipOptions options) => options.Store.Migrate ?? options.Cluster.Kind == ClusterKinds.Localhost;

    /// <exception cref="StoreOpenException">A connection string is not valid.</exception>
    public static string ConnectionOf(TownshipOptions options)
    {
        var beside = ClusterSchema.Beside(options.Store.ConnectionString);
        if (options.Cluster.ConnectionString is not { } own) return beside;
        var connection = new NpgsqlConnectionStringBuilder(own);
        if (connection.SearchPath is null or "") connection.SearchPath = ClusterSchema.NameIn(beside);
        return connection.ToString();
    }

    /// <summary>Returns the options of the store in the same settings.</summary>
    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static PostgreSqlStoreOptions StoreOf(TownshipOptions options)
    {
        var store = PostgreSqlStoreOptions.From(options.Store.ConnectionString);
        (store.ReplicaConnectionString, store.Migrate, store.Partitions) =
            (options.Store.ReplicaConnectionString, MigratesAtStart(options), options.Store.Partitions);
        return store;
    }

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(ClusterTables), ServiceLifecycleStage.First, Prepare);

    Task Prepare(CancellationToken cancellation) =>
        migrate ? ClusterSchema.Migrate(connectionString, cancellation) : ClusterSchema.Check(connectionString, cancellation);
}
