using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;

namespace Township;

/// <summary>Read models of the history, kept by the silos.</summary>
public static class ViewHosting
{
    /// <summary>
    /// Keeps the read models of a team's own aggregates, beside those of Township. After <c>AddTownship</c>; without effect where that keeps no views.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="assemblies">Where the aggregates are.</param>
    /// <exception cref="ReadModelException">A read model is incomplete, or two contradict each other.</exception>
    public static ISiloBuilder AddReadModels(this ISiloBuilder silo, params IEnumerable<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(silo);
        return silo.Add(ReadModelCatalogue.In(assemblies));
    }

    internal static void AddViews(this ISiloBuilder silo, TownshipOptions options)
    {
        silo.Services.AddSingleton(services => new ReadModelReader(KeepsViews(options) ? Place(options) : null, services.GetServices<ReadModel>()));
        if (!KeepsViews(options)) return;
        silo.Services.AddSingleton<ISubscriptionPlace<DbTransaction>>(_ => Place(options));
        // Where every commit goes through this process, nobody has to look for those of others.
        if (options.Store.Provider != StoreProviders.Postgres) silo.Services.Configure<SubscriptionOptions>(o => o.PollInterval = Timeout.InfiniteTimeSpan);
        silo.Add(TownshipReadModels.All);
        if (options.SendsDeadlines) silo.AddDeadlines(o => o.Role = Roles.System);
        if (options.Reacts) silo.AddReactions();
        silo.Services.AddHealthChecks().Add(new("subscriptions", s => new SubscriptionsHealthCheck(s.GetRequiredService<ISubscriptionPlace<DbTransaction>>()), null, ["ready"]));
    }

    /// <summary>Where views are kept on PostgreSQL; null when they are kept elsewhere or not at all.</summary>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    internal static PostgreSqlPlaceOptions? PostgresPlaceOf(TownshipOptions options) =>
        !options.Views.Enabled || options.ViewProvider != StoreProviders.Postgres ? null
        : options.Views.ConnectionString is { } own ? PostgreSqlPlaceOptions.From(own)
        : PostgreSqlPlaceOptions.Beside(options.Store.ConnectionString);

    static ISiloBuilder Add(this ISiloBuilder silo, IReadOnlyList<ReadModel> models)
    {
        foreach (var model in models)
        {
            silo.Services.AddSingleton(model);
            if (silo.Services.Any(s => s.ServiceType == typeof(ISubscriptionPlace<DbTransaction>))) silo.AddProjection(model);
        }

        return silo;
    }

    static bool KeepsViews(TownshipOptions options) => options is { Views.Enabled: true, ViewProvider: not null };

    static SqlSubscriptionPlace Place(TownshipOptions options) =>
        PostgresPlaceOf(options) is { } postgres ? new PostgreSqlSubscriptionPlace(postgres)
        : options.Views.ConnectionString is { } own ? Sqlite(own)
        : Sqlite(TownshipHosting.Beside(options.Store.ConnectionString, "views"));

    static SqliteSubscriptionPlace Sqlite(string connectionString) => new(new SqliteConnectionStringBuilder(connectionString).DataSource);
}
