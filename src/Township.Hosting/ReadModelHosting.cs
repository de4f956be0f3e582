using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;

namespace Township;

/// <summary>Registers read models, reactions and deadlines, which the silos keep in one checkpoint store.</summary>
static class ReadModelHosting
{
    public static void AddCheckpointStore(this ISiloBuilder silo, TownshipOptions options)
    {
        silo.Services.AddSingleton(services => options.KeepsReadModels
            ? new ReadModelReader(Checkpoints(options), services.GetRequiredService<HostedReadModels>().All)
            : new ReadModelReader(null, []));
        if (!options.KeepsCheckpoints) return;
        silo.Services.AddSingleton<ICheckpointStore<DbTransaction>>(_ => Checkpoints(options));
        // All commits go through this process, so it need not poll for those of others.
        if (options.Store.Provider != StoreProviders.Postgres)
            silo.Services.Configure<SubscriptionOptions>(o => o.PollInterval = Timeout.InfiniteTimeSpan);
        if (options.KeepsReadModels) silo.AddSubscriptions<HostedReadModels>();
        if (options.SendsDeadlines) silo.AddDeadlines(o => o.Role = Roles.System);
        if (options.Reacts) silo.AddReactions();
        silo.Services.AddHealthChecks().Add(new(
            "subscriptions", s => new SubscriptionsHealthCheck(s.GetRequiredService<ICheckpointStore<DbTransaction>>()), null, ["ready"]));
    }

    /// <summary>Returns the options of the checkpoint store on PostgreSQL; null when it is stored elsewhere or not needed.</summary>
    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static PostgreSqlCheckpointStoreOptions? PostgresOptionsOf(TownshipOptions options) =>
        !options.KeepsCheckpoints || options.CheckpointProvider != StoreProviders.Postgres ? null
        : options.ReadModels.ConnectionString is { } own ? PostgreSqlCheckpointStoreOptions.From(own)
        : PostgreSqlCheckpointStoreOptions.Beside(options.Store.ConnectionString);

    static SqlCheckpointStore Checkpoints(TownshipOptions options) =>
        PostgresOptionsOf(options) is { } postgres ? new PostgreSqlCheckpointStore(postgres)
        : options.ReadModels.ConnectionString is { } own ? Sqlite(own)
        : Sqlite(TownshipHosting.Beside(options.Store.ConnectionString, "read-models"));

    static SqliteCheckpointStore Sqlite(string connectionString) => new(new SqliteConnectionStringBuilder(connectionString).DataSource);
}
