using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Storage;
using Township.Clustering.PostgreSql;
using Township.EventSourcing;
using Township.EventSourcing.PostgreSql;

namespace Township.LoadTest.Peers;

/// <summary>What keeps the events of <c>JournaledGrain</c>s.</summary>
enum Journal
{
    /// <summary>Microsoft's LogStorage: the whole log in one row.</summary>
    Log,

    /// <summary>Microsoft's StateStorage: the newest state in one row, no events.</summary>
    State,

    /// <summary>Township's PostgreSQL store.</summary>
    Township,
}

static class Journals
{
    public static string Version(this Journal journal) => journal == Journal.Township
        ? "Township.EventSourcing.Orleans.JournaledGrain"
        : $"Orleans.EventSourcing {Package.VersionOf("Orleans.EventSourcing")}";

    public static ISiloBuilder AddJournal(this ISiloBuilder silo, Journal journal, string connectionString) => journal switch
    {
        Journal.Log => silo.AddLogStorageBasedLogConsistencyProviderAsDefault().AddRows(connectionString),
        Journal.State => silo.AddStateStorageBasedLogConsistencyProviderAsDefault().AddRows(connectionString),
        _ => silo
            .AddEventSourcing(o => o.OpenStore = async (services, cancellation) => await PostgreSqlEventStore.Open(
                PostgreSqlStoreOptions.From(connectionString), services.GetRequiredService<ILogger<PostgreSqlEventStore>>(), cancellation))
            .AddTownshipLogConsistencyProviderAsDefault(),
    };

    // Orleans' own serializer takes fewer bytes than its JSON, above all for whole logs.
    static ISiloBuilder AddRows(this ISiloBuilder silo, string connectionString) =>
        silo.AddAdoNetGrainStorageAsDefault((OptionsBuilder<AdoNetGrainStorageOptions> o) => o.Configure<IServiceProvider>((storage, services) =>
        {
            storage.Invariant = "Npgsql";
            storage.ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
            {
                SearchPath = ClusterSchema.DefaultName,
                MaxPoolSize = 64,
                MinPoolSize = 16,
                MaxAutoPrepare = 10,
                NoResetOnClose = true,
            }.ToString();
            storage.GrainStorageSerializer = ActivatorUtilities.CreateInstance<OrleansGrainStorageSerializer>(services);
        }));
}
