using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Npgsql;
using Township.Clustering.PostgreSql;
using Township.EventSourcing.PostgreSql;

namespace Township;

/// <summary>A database schema that was migrated.</summary>
/// <param name="Name">The name of the schema.</param>
/// <param name="From">The previous version; 0 for none.</param>
/// <param name="To">The current version.</param>
public sealed record MigratedSchema(string Name, int From, int To);

/// <summary>Creates or migrates all schemas that silos need on PostgreSQL, before the silos start.</summary>
public static class TownshipMigration
{
    /// <summary>
    /// Migrates the schemas that the configuration section <c>Township</c> names, with the roles of its connection strings, which must own
    /// them or be allowed to create them. Idempotent; programs that migrate at the same time take turns.
    /// </summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="siloRoles">Roles to grant the rights of a silo.</param>
    /// <param name="cancellationToken">Stops between two versions.</param>
    /// <exception cref="OptionsValidationException">The configuration is not valid, or its store is not on PostgreSQL; the message
    /// names the setting.</exception>
    /// <exception cref="StoreOpenException">A database cannot be reached or used, or belongs to another application or a
    /// newer version.</exception>
    public static async Task<IReadOnlyList<MigratedSchema>> Run(
        IConfiguration configuration, IReadOnlyList<string> siloRoles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(siloRoles);
        var options = TownshipSettings.Read(configuration, null);
        if (options.Store.Provider != StoreProviders.Postgres)
            throw new OptionsValidationException(TownshipOptions.Section, typeof(TownshipOptions),
                [$"Township:Store:Provider is '{options.Store.Provider}', which needs no migration; "
                    + $"only '{StoreProviders.Postgres}' does."]);

        var (store, cluster) = (ClusterTables.StoreOf(options), ClusterTables.ConnectionOf(options));
        var schema = ClusterSchema.NameIn(cluster);
        var ofStore = new MigratedSchema(
            store.Schema, await PostgreSqlSchema.Migrate(store, cancellationToken), PostgreSqlSchema.CurrentVersion);
        var ofCluster = new MigratedSchema(schema, await ClusterSchema.Migrate(cluster, cancellationToken), ClusterSchema.CurrentVersion);
        var keys = PersonalDataHosting.PostgresConnectionOf(options);
        var ofKeys = keys is null
            ? null
            : new MigratedSchema(
                PersonalKeysSchema.NameIn(keys), await PersonalKeysSchema.Migrate(keys, cancellationToken),
                PersonalKeysSchema.CurrentVersion);
        foreach (var role in siloRoles)
        {
            await Grant(store.ConnectionString, role, PostgreSqlSchema.GrantsForSilo(role, store.Schema), cancellationToken);
            await Grant(cluster, role, ClusterSchema.GrantsForSilo(role, schema), cancellationToken);
            if (keys is not null)
                await Grant(keys, role, PersonalKeysSchema.GrantsForSilo(role, PersonalKeysSchema.NameIn(keys)), cancellationToken);
            if (ReadModelHosting.PostgresOptionsOf(options) is { } readModels)
                await Grant(
                    readModels.ConnectionString, role, PostgreSqlCheckpointStore.GrantsForSilo(role, readModels.Schema), cancellationToken);
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
