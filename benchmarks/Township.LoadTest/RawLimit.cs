using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Township.LoadTest;

/// <summary>
/// The limit of the machine: the very bytes of a run's commits, written by plain prepared inserts in transactions of
/// 1,024 rows into a table without further indexes, with the same durability (WAL, synchronous FULL).
/// </summary>
static class RawLimit
{
    const int RowsPerTransaction = 1024;

    const string Insert = "INSERT INTO raw VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16)";

    public static double InsertsPerSecond(string folder, IReadOnlyList<RecordedCommit> commits)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL");
        Run(connection, "PRAGMA synchronous=FULL");
        Run(connection, "CREATE TABLE raw (position INTEGER PRIMARY KEY, stream, version, command_id, command, schema, command_data, actor, correlation, causation, decided_at, rules, inputs, events, hash, log_hash)");
        using var insert = connection.CreateCommand();
        insert.CommandText = Insert;
        for (var i = 1; i <= 16; i++) insert.Parameters.Add(new SqliteParameter($"${i}", null));
        insert.Prepare();

        var watch = Stopwatch.StartNew();
        foreach (var batch in commits.Chunk(RowsPerTransaction))
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var commit in batch)
            {
                Bind(insert, commit);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return commits.Count / watch.Elapsed.TotalSeconds;
    }

    static void Bind(SqliteCommand insert, RecordedCommit commit)
    {
        var content = commit.Content;
        object[] values =
        [
            commit.Position, commit.Stream.ToString(), commit.LastVersion, content.CommandId.ToByteArray(bigEndian: true), content.CommandName,
            content.CommandSchema, content.CommandData.ToString(), content.Actor.ToString(), content.CorrelationId, content.CausationId,
            content.DecidedAtMicros, content.Rules.Code, content.Inputs.ToString(), content.Events.ToString(), commit.Hash.Span.ToArray(), commit.LogHash.Span.ToArray(),
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
