using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Township.LoadTest;

/// <summary>
/// <see cref="RawLimit"/> for PostgreSQL: the same bytes in arrays, 1,024 rows in one prepared insert, into a table without
/// further indexes.
/// </summary>
static class PostgresLimit
{
    const int RowsPerInsert = 1024, Passes = 3, MostRows = 100_000;

    const string Table = """
        DROP TABLE IF EXISTS raw;
        CREATE TABLE raw (position bigint PRIMARY KEY, stream text, version bigint, command_id uuid, command text, schema int, command_data text, actor text,
            correlation text, causation text, decided_at bigint, rules text, facts text, events text, hash bytea, log_hash bytea)
        """;

    const string Insert = "INSERT INTO raw SELECT * FROM unnest($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16)";

    /// <summary>Rows per second: the median of three passes over at most 100,000 commits, because disks have moods.</summary>
    public static async Task<double> InsertsPerSecond(string connectionString, IEventReader store)
    {
        var rates = new List<double>();
        for (var pass = 0; pass < Passes; pass++) rates.Add(await Fill(connectionString, store));
        return rates.Order().ElementAt(Passes / 2);
    }

    /// <summary>Reads the whole table as it was written and deserialises every event; events and the time.</summary>
    public static async Task<(int Events, TimeSpan Time)> Read(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var select = new NpgsqlCommand("SELECT * FROM raw ORDER BY position", connection);
        var (events, watch) = (0, Stopwatch.StartNew());
        await using var row = await select.ExecuteReaderAsync();
        var values = new object[row.FieldCount];
        while (await row.ReadAsync())
        {
            row.GetValues(values);
            events += RawRead.Events((string)values[13]);
        }

        return (events, watch.Elapsed);
    }

    /// <summary>Fills the table anew with at most 100,000 commits; rows per second.</summary>
    public static async Task<double> Fill(string connectionString, IEventReader store)
    {
        // Sent in pieces as large as the store's: with Npgsql's own 8 KiB the limit would be lower.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { WriteBufferSize = 256 * 1024 }.ToString());
        await connection.OpenAsync();
        await using (var table = new NpgsqlCommand(Table, connection)) await table.ExecuteNonQueryAsync();
        await using var insert = new NpgsqlCommand(Insert, connection);
        foreach (var type in (NpgsqlDbType[])[
            NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Bigint, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Integer, NpgsqlDbType.Text, NpgsqlDbType.Text,
            NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bigint, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea])
            insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type });
        await insert.PrepareAsync();

        var (rows, watch) = (0, new Stopwatch());
        await foreach (var batch in store.ReadAll().Take(MostRows).Chunk(RowsPerInsert))
        {
            watch.Start();
            var values = Columns(batch);
            for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
            await insert.ExecuteNonQueryAsync();
            watch.Stop();
            rows += batch.Length;
        }

        return rows / watch.Elapsed.TotalSeconds;
    }

    static object[] Columns(RecordedCommit[] batch)
    {
        return
        [
            Column(c => c.Position), Column(c => c.Stream.ToString()), Column(c => c.LastVersion), Column(c => c.Content.CommandId), Column(c => c.Content.CommandName),
            Column(c => c.Content.CommandSchema), Column(c => c.Content.CommandData.Memory), Column(c => c.Content.Actor.Memory), Column(c => c.Content.CorrelationId),
            Column(c => c.Content.CausationId), Column(c => c.Content.DecidedAtMicros), Column(c => c.Content.Rules.Code), Column(c => c.Content.Facts.Memory),
            Column(c => c.Content.Events.Memory), Column(c => c.Hash.Span.ToArray()), Column(c => c.LogHash.Span.ToArray()),
        ];

        T[] Column<T>(Func<RecordedCommit, T> value) => Array.ConvertAll(batch, c => value(c));
    }
}
