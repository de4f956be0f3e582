using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Npgsql;
using Township.Clustering.PostgreSql;
using Township.EventSourcing.PostgreSql;

namespace Township;

/// <summary>A database schema that was brought up to date.</summary>
/// <param name="Name">The schema.</param>
/// <param name="From">The version that was there before; 0 for none.</param>
/// <param name="To">The version that is there now.</param>
public sealed record MigratedSchema(string Name, int From, int To);

/// <summary>Makes everything that silos need on PostgreSQL, or brings it up to date, before they start.</summary>
public static class TownshipMigration
{
    /// <summary>
    /// Migrates what the configuration section <c>Township</c> names, as the role that its connection strings name, which must
    /// own it or be allowed to create it. Idempotent; programs that do so at the same moment take turns.
    /// </summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="siloRoles">Roles that are granted what a silo needs, and nothing else.</param>
    /// <param name="cancellationToken">Stops between two versions.</param>
    /// <exception cref="OptionsValidationException">The configuration makes no sense, or names no PostgreSQL store; the
    /// message says where.</exception>
    /// <exception cref="StoreOpenException">A database cannot be reached or used, or belongs to another application or a
    /// newer version.</exception>
    public static async Task<IReadOnlyList<MigratedSchema>> Run(IConfiguration configuration, IReadOnlyList<string> siloRoles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(siloRoles);
        var options = TownshipSettings.Read(configuration, null);
        if (options.Store.Provider != StoreProviders.Postgres)
            throw new OptionsValidationException(TownshipOptions.Section, typeof(TownshipOptions),
                [$"Township:Store:Provider is '{options.Store.Provider}', which needs no migration; only '{StoreProviders.Postgres}' does."]);

        var (store, cluster) = (ClusterTables.StoreOf(options), ClusterTables.ConnectionOf(options));
        var schema = ClusterSchema.NameIn(cluster);
        var ofStore = new MigratedSchema(store.Schema, await PostgreSqlSchema.Migrate(store, cancellationToken), PostgreSqlSchema.CurrentVersion);
        var ofCluster = new MigratedSchema(schema, await ClusterSchema.Migrate(cluster, cancellationToken), ClusterSchema.CurrentVersion);
        var keys = PersonalDataHosting.PostgresConnectionOf(options);
        var ofKeys = keys is null ? null : new MigratedSchema(PersonalKeysSchema.NameIn(keys), await PersonalKeysSchema.Migrate(keys, cancellationToken), PersonalKeysSchema.CurrentVersion);
        foreach (var role in siloRoles)
        {
            await Grant(store.ConnectionString, role, PostgreSqlSchema.GrantsForSilo(role, store.Schema), cancellationToken);
            await Grant(cluster, role, ClusterSchema.GrantsForSilo(role, schema), cancellationToken);
            if (keys is not null) await Grant(keys, role, PersonalKeysSchema.GrantsForSilo(role, PersonalKeysSchema.NameIn(keys)), cancellationToken);
            if (ReadModelHosting.PostgresOptionsOf(options) is { } readModels)
                await Grant(readModels.ConnectionString, role, PostgreSqlCheckpointStore.GrantsForSilo(role, readModels.Schema), cancellationToken);
        }

        return ofKeys is null ? [ofStore, ofCluster] : [ofStore, ofCluster, ofKeys];
    }

    static async Task Grant(string connectionString, string role, string sql, CancellationToken cancellationToken)
    {
        await using var source = ClusterDatabase.DataSource(connectionString);
        try
        {
            await using var grants = source.CreateCommand(sql);
            await grants.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (NpgsqlException e)
        {
            throw new StoreOpenException($"The role '{role}' cannot be granted what a silo needs: {e.Message}", e);
        }
    }
}
