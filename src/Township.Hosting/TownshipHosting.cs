using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Storage;
using Township.Calendars;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;

namespace Township;

/// <summary>Adds Township to a silo.</summary>
public static class TownshipHosting
{
    const string SnapshotStorage = "township-snapshots";

    /// <summary>
    /// Hosts all aggregates of Township on this silo; on the embedded SQLite store by default. Reads the configuration section
    /// <c>Township</c>, then applies <paramref name="configure"/>.
    /// </summary>
    /// <exception cref="OptionsValidationException">At start: the configuration is not valid; the message names the setting.</exception>
    /// <exception cref="StoreOpenException">At start: the store or the vault of keys cannot be opened.</exception>
    public static ISiloBuilder AddTownship(this ISiloBuilder silo, Action<TownshipOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        var options = TownshipSettings.Read(silo.Configuration, configure);
        var isSqlite = options.Store.Provider == StoreProviders.Sqlite;
        var keepsSnapshots = options.Snapshots.Every > 0 && options.Store.Provider != StoreProviders.Memory;
        silo.AddEventSourcing(o =>
        {
            o.OpenStore = (services, cancellation) => OpenStore(options, services, cancellation);
            if (keepsSnapshots) o.OpenSnapshots = (services, _) => Task.FromResult<ISnapshotStore>(
                new GrainStorageSnapshots(services.GetRequiredKeyedService<IGrainStorage>(SnapshotStorage)));
            (o.Clock, o.ClockTolerance, o.AheadStreams) = (options.Clock, options.ClockTolerance, new AcknowledgedStreams());
            o.OpenPersonalDataKeys = (_, store, cancellation) => PersonalDataHosting.OpenKeys(options, store, cancellation);
            o.PersonalData = PersonalDataHosting.OptionsOf(options.PersonalData);
            o.CalendarVersion = WorkCalendar.Newest.Version;
            o.CodeVersion = CodeVersion();
            o.Sessions.SnapshotEvery = options.Snapshots.Every;
            o.GroupCommit = options.GroupCommit;
        });
        if (keepsSnapshots && isSqlite) silo.AddSqliteSnapshots(options);
        else if (keepsSnapshots) silo.AddPostgresSnapshots(options);
        silo.AddCheckpointStore(options);
        silo.Services.AddHealthChecks().Add(new("store", s => new StoreHealthCheck(s.GetRequiredService<SessionServices>), null, ["ready"]))
            .Add(new("clock", s => new ClockHealthCheck(s.GetRequiredService<SessionServices>), null, ["ready"]));
        return silo;
    }

    static void AddSqliteSnapshots(this ISiloBuilder silo, TownshipOptions options) =>
        silo.AddAdoNetGrainStorage(SnapshotStorage, (OptionsBuilder<AdoNetGrainStorageOptions> o) => o.Configure<IServiceProvider>((storage, services) =>
        {
            storage.Invariant = "System.Data.SQLite"; // Orleans' name for SQLite; it loads Microsoft.Data.Sqlite.
            storage.ConnectionString = options.Snapshots.ConnectionString ?? Beside(options.Store.ConnectionString, "snapshots");
            storage.GrainStorageSerializer = ActivatorUtilities.CreateInstance<OrleansGrainStorageSerializer>(services);
            SqliteSnapshotSchema.Create(storage.ConnectionString);
        }));

    static void AddPostgresSnapshots(this ISiloBuilder silo, TownshipOptions options)
    {
        ClusterTables.Add(silo, options);
        silo.AddAdoNetGrainStorage(SnapshotStorage, (OptionsBuilder<AdoNetGrainStorageOptions> o) => o.Configure<IServiceProvider>((storage, services) =>
        {
            (storage.Invariant, storage.DataSource) = (ClusterTables.Invariant, ClusterTables.DataSource(services));
            storage.GrainStorageSerializer = ActivatorUtilities.CreateInstance<OrleansGrainStorageSerializer>(services);
        }));
    }

    static async Task<IEventStore> OpenStore(
        TownshipOptions options, IServiceProvider services, CancellationToken cancellationToken) => options.Store.Provider switch
        {
            StoreProviders.Memory => new MemoryEventStore(),
            StoreProviders.Postgres =>
                await PostgreSqlEventStore.Open(
                    ClusterTables.StoreOf(options), services.GetRequiredService<ILogger<PostgreSqlEventStore>>(), cancellationToken),
            _ => await SqliteEventStore.Open(
                new() { Path = new SqliteConnectionStringBuilder(options.Store.ConnectionString).DataSource },
                services.GetRequiredService<ILogger<SqliteEventStore>>(), cancellationToken),
        };

    internal static string Beside(string store, string what)
    {
        var path = new SqliteConnectionStringBuilder(store).DataSource;
        return $"Data Source={Path.ChangeExtension(path, null)}-{what}.db";
    }

    // The module id changes with every change of the rules, so a commit shows exactly which code decided it.
    static string CodeVersion()
    {
        var rules = typeof(TownshipAggregates).Assembly;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rules.GetName().Version!.ToString(3)}+{rules.ManifestModule.ModuleVersionId.ToString("N")[..12]}");
    }
}
