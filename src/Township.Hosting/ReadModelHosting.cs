using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;

namespace Township;

/// <summary>Registers the read models that the silos maintain.</summary>
static class ReadModelHosting
{
    public static void AddViews(this ISiloBuilder silo, TownshipOptions options)
    {
        if (!KeepsViews(options))
        {
            silo.Services.AddSingleton(_ => new ReadModelReader(null, []));
            return;
        }

        silo.Services.AddSingleton(
            services => new ReadModelReader(Checkpoints(options), services.GetRequiredService<HostedReadModels>().All));
        silo.Services.AddSingleton<ICheckpointStore<DbTransaction>>(_ => Checkpoints(options));
        // All commits go through this process, so it need not poll for those of others.
        if (options.Store.Provider != StoreProviders.Postgres)
            silo.Services.Configure<SubscriptionOptions>(o => o.PollInterval = Timeout.InfiniteTimeSpan);
        silo.AddSubscriptions<HostedReadModels>();
        if (options.SendsDeadlines) silo.AddDeadlines(o => o.Role = Roles.System);
        if (options.Reacts) silo.AddReactions();
        silo.Services.AddHealthChecks().Add(new(
            "subscriptions", s => new SubscriptionsHealthCheck(s.GetRequiredService<ICheckpointStore<DbTransaction>>()), null, ["ready"]));
    }

    /// <summary>Returns the options of read models on PostgreSQL; null when they are stored elsewhere or disabled.</summary>
    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static PostgreSqlCheckpointStoreOptions? PostgresOptionsOf(TownshipOptions options) =>
        !options.ReadModels.Enabled || options.ReadModelProvider != StoreProviders.Postgres ? null
        : options.ReadModels.ConnectionString is { } own ? PostgreSqlCheckpointStoreOptions.From(own)
        : PostgreSqlCheckpointStoreOptions.Beside(options.Store.ConnectionString);

    static bool KeepsViews(TownshipOptions options) => options is { ReadModels.Enabled: true, ReadModelProvider: not null };

    static SqlCheckpointStore Checkpoints(TownshipOptions options) =>
        PostgresOptionsOf(options) is { } postgres ? new PostgreSqlCheckpointStore(postgres)
        : options.ReadModels.ConnectionString is { } own ? Sqlite(own)
        : Sqlite(TownshipHosting.Beside(options.Store.ConnectionString, "read-models"));

    static SqliteCheckpointStore Sqlite(string connectionString) => new(new SqliteConnectionStringBuilder(connectionString).DataSource);
}
