using Microsoft.Data.Sqlite;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;

namespace Township;

/// <summary>Opens the vault of a silo.</summary>
static class PersonalDataHosting
{
    public static string ProviderOf(TownshipOptions options) => options.PersonalData.Provider ?? options.Store.Provider;

    /// <summary>Returns the connection string of keys on PostgreSQL; null when they are stored elsewhere.</summary>
    /// <exception cref="StoreOpenException">The connection string is not valid.</exception>
    public static string? PostgresConnectionOf(TownshipOptions options) =>
        ProviderOf(options) != StoreProviders.Postgres ? null : options.PersonalData.ConnectionString
            ?? PersonalKeysSchema.Beside(options.Store.ConnectionString);

    public static PersonalDataOptions OptionsOf(PersonalDataSettings settings) =>
        new() { KeysKept = settings.KeysKept, KeysConfirmed = settings.KeysConfirmed, MaxKeysKept = settings.MaxKeysKept };

    /// <exception cref="StoreOpenException">The vault cannot be opened, or belongs to another store.</exception>
    public static Task<IPersonalDataKeys> OpenKeys(TownshipOptions options, IEventReader store, CancellationToken cancellationToken) =>
        VaultOwnership.Open(
            store, new(StoreName(options), VaultName(options)), create => Open(options, create, cancellationToken), TimeProvider.System,
            cancellationToken);

    static async Task<IPersonalDataKeys?> Open(TownshipOptions options, bool create, CancellationToken cancellationToken)
    {
        if (ProviderOf(options) == StoreProviders.Memory) return new MemoryPersonalDataKeys(TimeProvider.System);
        if (PostgresConnectionOf(options) is { } connection)
            return create || await PersonalKeysSchema.VersionOf(connection, cancellationToken) > 0
                ? await PostgreSqlPersonalDataKeys.Open(
                    connection, TimeProvider.System, ClusterTables.MigratesAtStart(options), cancellationToken)
                : null;
        var path = SqlitePathOf(options);
        return create || File.Exists(path) ? SqlitePersonalDataKeys.Open(path, TimeProvider.System) : null;
    }

    static string StoreName(TownshipOptions options) => options.Store.Provider switch
    {
        StoreProviders.Memory => "The store in memory",
        StoreProviders.Postgres => $"The schema '{PostgreSqlStoreOptions.From(options.Store.ConnectionString).Schema}'",
        _ => $"'{new SqliteConnectionStringBuilder(options.Store.ConnectionString).DataSource}'",
    };

    static string VaultName(TownshipOptions options) =>
        PostgresConnectionOf(options) is { } connection ? $"the schema '{PersonalKeysSchema.NameIn(connection)}'"
        : ProviderOf(options) == StoreProviders.Memory ? "the vault in memory" : $"'{SqlitePathOf(options)}'";

    static string SqlitePathOf(TownshipOptions options) => new SqliteConnectionStringBuilder(
        options.PersonalData.ConnectionString ?? TownshipHosting.Beside(options.Store.ConnectionString, "keys")).DataSource;
}
