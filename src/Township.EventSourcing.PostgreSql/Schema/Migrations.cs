using System.Globalization;
using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// Migrates a database to the current schema, one version per transaction. A released migration never changes: append a new one. Silos that
/// start at the same time take turns.
/// </summary>
/// <param name="schema">The database schema.</param>
/// <param name="history">The kind of schema. Default: the store's.</param>
sealed class Migrations(SchemaName schema, SchemaHistory? history = null)
{
    const string VersionTable = """
        CREATE SCHEMA IF NOT EXISTS {schema};
        CREATE TABLE {schema}.{versions} (
            version    integer     NOT NULL PRIMARY KEY,
            applied_at timestamptz NOT NULL DEFAULT now(),
            applied_by text        NOT NULL DEFAULT session_user
        )
        """;

    readonly SchemaHistory _history = history ?? SchemaHistory.OfStore;

    public static int Current => SchemaHistory.OfStore.Current;

    /// <summary>Returns the SQL from one version to another, one script per version and transaction.</summary>
    public IEnumerable<string> Scripts(int from, int to, int partitions)
    {
        for (var version = from + 1; version <= to; version++)
            yield return In($"""
                BEGIN;
                {TakeTurn};
                {(version == 1 ? VersionTable + ";\n\n" : "")}{_history.Migrations[version - 1](partitions)}
                INSERT INTO {schema}.{_history.VersionTable} (version) VALUES ({version.ToString(CultureInfo.InvariantCulture)});
                COMMIT;
                """);
    }

    /// <summary>Returns the database's schema version; 0 when there is none. Changes nothing.</summary>
    /// <exception cref="StoreOpenException">The schema belongs to another application, or to a newer version of this one.</exception>
    public async Task<int> Identify(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // One statement and so one snapshot for both: to_regclass may see a later or earlier state while another
        // silo is creating the tables.
        await using var command = new NpgsqlCommand(
            "SELECT coalesce(bool_or(c.relname = $1), false), count(*) > 0 "
                + "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $2", connection)
        {
            Parameters = { new() { Value = _history.VersionTable }, new() { Value = schema.ToString() } },
        };
        bool ours, used;
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            (ours, used) = (reader.GetBoolean(0), reader.GetBoolean(1));
        }

        if (!ours && used)
            throw new StoreOpenException($"The schema '{schema}' belongs to another application.") { Chinese = $"数据库结构“{schema}”中是其他程序的数据。" };
        if (!ours) return 0;
        command.Parameters.Clear();
        command.CommandText = In("SELECT coalesce(max(version), 0) FROM {schema}.{versions}");
        var version = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        return version <= _history.Current
            ? version
            : throw new StoreOpenException($"The schema '{schema}' has version {version}; this program knows versions up to {_history.Current}. Use a newer program.")
            {
                Chinese = $"数据库结构“{schema}”为版本 {version}，本程序只支持到版本 {_history.Current}，请使用新版程序。",
            };
    }

    /// <summary>Migrates the schema to a version, also when other processes do so at the same time. Returns the previous version.</summary>
    public async Task<int> Apply(NpgsqlConnection connection, int to, int partitions, CancellationToken cancellationToken)
    {
        int? first = null;
        for (var done = false; !done;)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await Run(connection, TakeTurn, cancellationToken);
            var version = await Identify(connection, cancellationToken);
            first ??= version;
            done = version >= to;
            if (!done)
            {
                if (version == 0) await Run(connection, VersionTable, cancellationToken);
                await Run(connection, _history.Migrations[version](partitions), cancellationToken);
                await Run(
                    connection,
                    $"INSERT INTO {{schema}}.{{versions}} (version) VALUES ({(version + 1).ToString(CultureInfo.InvariantCulture)})",
                    cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return first ?? to;
    }

    // Held until the end of the transaction. The key is the schema's name, so that two stores in one database do not wait for each other.
    const string TakeTurn = "SELECT pg_advisory_xact_lock(hashtextextended('township.migrations.{schema}', 0))";

    string In(string sql) => sql
        .Replace("{schema}", schema.ToString(), StringComparison.Ordinal)
        .Replace("{versions}", _history.VersionTable, StringComparison.Ordinal);

    async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(In(sql), connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
