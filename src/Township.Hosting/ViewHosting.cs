using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;
using Township.Pledges;

namespace Township;

/// <summary>Views of the history, kept by the silos.</summary>
static class ViewHosting
{
    public static void AddViews(this ISiloBuilder silo, TownshipOptions options)
    {
        if (!options.Views.Enabled || options.ViewProvider is not { } provider) return;
        silo.Services.AddSingleton<ISubscriptionPlace<DbTransaction>>(_ => Place(provider, options));
        // Where every commit goes through this process, nobody has to look for those of others.
        if (options.Store.Provider != StoreProviders.Postgres) silo.Services.Configure<SubscriptionOptions>(o => o.PollInterval = Timeout.InfiniteTimeSpan);
        silo.AddProjection(new PledgeMonths());
        silo.Services.AddHealthChecks().Add(new("subscriptions", s => new SubscriptionsHealthCheck(s.GetRequiredService<ISubscriptionPlace<DbTransaction>>()), null, ["ready"]));
    }

    static ISubscriptionPlace<DbTransaction> Place(string provider, TownshipOptions options) => (provider, options.Views.ConnectionString) switch
    {
        (StoreProviders.Postgres, null) => new PostgreSqlSubscriptionPlace(PostgreSqlPlaceOptions.Beside(options.Store.ConnectionString)),
        (StoreProviders.Postgres, var own) => new PostgreSqlSubscriptionPlace(PostgreSqlPlaceOptions.From(own)),
        (_, null) => new SqliteSubscriptionPlace(new SqliteConnectionStringBuilder(TownshipHosting.Beside(options.Store.ConnectionString, "views")).DataSource),
        (_, var own) => new SqliteSubscriptionPlace(new SqliteConnectionStringBuilder(own).DataSource),
    };
}
