using System.Data.Common;
using System.Globalization;

namespace Township.Testing.Silo;

/// <summary>
/// Counts the commits of every stream and sums up their positions. Nothing keeps it from counting one twice but what
/// subscriptions promise.
/// </summary>
public sealed class Tally : IProjection<DbTransaction>
{
    /// <inheritdoc />
    public string Name => "tally";

    /// <inheritdoc />
    public int Version => 1;

    /// <inheritdoc />
    public EquatableList<string> Tables => [Name];

    /// <inheritdoc />
    public Task Create(DbTransaction transaction, TableNames tables, CancellationToken cancellationToken) =>
        Run(transaction, $"CREATE TABLE {tables[Name]} (stream text PRIMARY KEY, commits bigint NOT NULL, positions bigint NOT NULL)", [], cancellationToken);

    /// <inheritdoc />
    public async Task Apply(DbTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, IEventReader store, CancellationToken cancellationToken)
    {
        foreach (var commit in commits)
            await Run(
                transaction,
                $"""
                INSERT INTO {tables[Name]} AS t VALUES (@stream, 1, {commit.Position.ToString(CultureInfo.InvariantCulture)})
                ON CONFLICT (stream) DO UPDATE SET commits = t.commits + 1, positions = t.positions + excluded.positions
                """,
                [("@stream", commit.Stream.ToString())],
                cancellationToken);
    }

    static async Task Run(DbTransaction transaction, string sql, (string Name, object Value)[] values, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection!.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
