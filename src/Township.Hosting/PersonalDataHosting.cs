using Microsoft.Data.Sqlite;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;

namespace Township;

/// <summary>The vault of a silo.</summary>
static class PersonalDataHosting
{
    public static string ProviderOf(TownshipOptions options) => options.PersonalData.Provider ?? options.Store.Provider;

    /// <summary>Where keys are kept on PostgreSQL; null when they are kept elsewhere.</summary>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    public static string? PostgresPlaceOf(TownshipOptions options) =>
        ProviderOf(options) != StoreProviders.Postgres ? null : options.PersonalData.ConnectionString ?? PersonalKeysSchema.Beside(options.Store.ConnectionString);

    public static async Task<IPersonalDataKeys> OpenKeys(TownshipOptions options, CancellationToken cancellationToken) => PostgresPlaceOf(options) is { } place
        ? await PostgreSqlPersonalDataKeys.Open(place, TimeProvider.System, ClusterTables.MigratesAtStart(options), cancellationToken)
        : ProviderOf(options) == StoreProviders.Memory
            ? new MemoryPersonalDataKeys(TimeProvider.System)
            : SqlitePersonalDataKeys.Open(SqlitePlaceOf(options), TimeProvider.System);

    static string SqlitePlaceOf(TownshipOptions options) => new SqliteConnectionStringBuilder(
        options.PersonalData.ConnectionString ?? TownshipHosting.Beside(options.Store.ConnectionString, "keys")).DataSource;
}
