using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Township.LoadTest;

/// <summary>
/// The limit of the machine: the very bytes of a run's commits, written by plain prepared inserts in transactions of
/// 1,024 rows into a table without further indexes, with the same durability (WAL, synchronous FULL), and read back.
/// </summary>
static class RawLimit
{
    const int RowsPerTransaction = 1024, Passes = 3, MostRows = 100_000;

    const string Insert = "INSERT INTO raw VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16)";

    const string Table =
        "CREATE TABLE raw (position INTEGER PRIMARY KEY, stream, version, command_id, command, schema, command_data, actor, correlation, causation, decided_at, rules, facts, events, hash, log_hash)";

    /// <summary>Rows per second: the median of three passes over at most 100,000 commits, because disks have moods.</summary>
    public static async Task<double> InsertsPerSecond(string folder, IEventStore store)
    {
        var rates = new List<double>();
        for (var pass = 0; pass < Passes; pass++)
        {
            var (rows, time) = await Fill(Path.Combine(folder, $"raw-{pass}.db"), store, MostRows);
            rates.Add(rows / time.TotalSeconds);
        }

        return rates.Order().ElementAt(Passes / 2);
    }

    /// <summary>Writes all commits of a store into a raw one; the time is that of the inserts alone.</summary>
    public static async Task<(int Rows, TimeSpan Time)> Fill(string path, IEventStore store, int mostRows = int.MaxValue)
    {
        using var connection = Open(path);
        Run(connection, Table);
        using var insert = connection.CreateCommand();
        insert.CommandText = Insert;
        for (var i = 1; i <= 16; i++) insert.Parameters.Add(new SqliteParameter($"${i}", null));
        insert.Prepare();

        var (rows, watch) = (0, new Stopwatch());
        await foreach (var batch in store.ReadAll().Take(mostRows).Chunk(RowsPerTransaction))
        {
            watch.Start();
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var commit in batch)
            {
                Bind(insert, commit);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            watch.Stop();
            rows += batch.Length;
        }

        return (rows, watch.Elapsed);
    }

    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL");
        Run(connection, "PRAGMA synchronous=FULL");
        return connection;
    }

    static void Bind(SqliteCommand insert, RecordedCommit commit)
    {
        var content = commit.Content;
        object[] values =
        [
            commit.Position, commit.Stream.ToString(), commit.LastVersion, content.CommandId.ToByteArray(bigEndian: true), content.CommandName,
            content.CommandSchema, content.CommandData.ToString(), content.Actor.ToString(), content.CorrelationId, content.CausationId,
            content.DecidedAtMicros, content.Rules.Code, content.Facts.ToString(), content.Events.ToString(), commit.Hash.Span.ToArray(), commit.LogHash.Span.ToArray(),
        ];
        for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
