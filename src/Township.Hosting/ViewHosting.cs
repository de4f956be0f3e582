using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;

namespace Township;

/// <summary>Read models of the history, kept by the silos.</summary>
static class ViewHosting
{
    public static void AddViews(this ISiloBuilder silo, TownshipOptions options)
    {
        if (!KeepsViews(options))
        {
            silo.Services.AddSingleton(_ => new ReadModelReader(null, []));
            return;
        }

        silo.Services.AddSingleton(services => new ReadModelReader(Place(options), services.GetRequiredService<HostedReadModels>().All));
        silo.Services.AddSingleton<ISubscriptionPlace<DbTransaction>>(_ => Place(options));
        // Where every commit goes through this process, nobody has to look for those of others.
        if (options.Store.Provider != StoreProviders.Postgres) silo.Services.Configure<SubscriptionOptions>(o => o.PollInterval = Timeout.InfiniteTimeSpan);
        silo.AddSubscriptions<HostedReadModels>();
        if (options.SendsDeadlines) silo.AddDeadlines(o => o.Role = Roles.System);
        if (options.Reacts) silo.AddReactions();
        silo.Services.AddHealthChecks().Add(new("subscriptions", s => new SubscriptionsHealthCheck(s.GetRequiredService<ISubscriptionPlace<DbTransaction>>()), null, ["ready"]));
    }

    /// <summary>Where views are kept on PostgreSQL; null when they are kept elsewhere or not at all.</summary>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    public static PostgreSqlPlaceOptions? PostgresPlaceOf(TownshipOptions options) =>
        !options.Views.Enabled || options.ViewProvider != StoreProviders.Postgres ? null
        : options.Views.ConnectionString is { } own ? PostgreSqlPlaceOptions.From(own)
        : PostgreSqlPlaceOptions.Beside(options.Store.ConnectionString);

    static bool KeepsViews(TownshipOptions options) => options is { Views.Enabled: true, ViewProvider: not null };

    static SqlSubscriptionPlace Place(TownshipOptions options) =>
        PostgresPlaceOf(options) is { } postgres ? new PostgreSqlSubscriptionPlace(postgres)
        : options.Views.ConnectionString is { } own ? Sqlite(own)
        : Sqlite(TownshipHosting.Beside(options.Store.ConnectionString, "views"));

    static SqliteSubscriptionPlace Sqlite(string connectionString) => new(new SqliteConnectionStringBuilder(connectionString).DataSource);
}
