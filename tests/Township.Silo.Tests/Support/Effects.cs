using Npgsql;
using Township.EventSourcing.PostgreSql;
using Township.Testing.Silo;

namespace Township.Silo.Tests;

/// <summary>What the subscriptions of <c>Township.Testing.Silo</c> have done, compared with what they should have.</summary>
static class Effects
{
    /// <summary>Waits until they have handled everything, and makes sure that nothing was missed and nothing done twice.</summary>
    public static async Task AreComplete(SiloCluster cluster)
    {
        await using (var checkpoints = new PostgreSqlCheckpointStore(PostgreSqlCheckpointStoreOptions.Beside(cluster.Database.ConnectionString)))
        await using (var reader = await PostgreSqlEventReader.Open(PostgreSqlStoreOptions.From(cluster.Database.ConnectionString)))
        {
            await Eventually.Holds(() => AreAtTheEnd(checkpoints, reader));
        }

        var commits = await cluster.Commits();
        (await Tally(cluster)).Should().BeEquivalentTo(
            commits.GroupBy(c => c.Stream.ToString()).ToDictionary(s => s.Key, s => (Commits: s.LongCount(), Positions: s.Sum(c => c.Position))),
            "every commit is counted once");
        var sources = commits.Where(c => c.Stream.Township == Echoes.Source).ToList();
        commits.Where(c => c.Stream.Township == Echoes.Township).Select(c => (c.Stream, c.Content.CommandId)).Should().BeEquivalentTo(
            sources.Select(c => (Echoes.EchoOf(c), DerivedIds.Of("echoes", c))), "every cause has had its one effect");
    }

    static async Task<bool> AreAtTheEnd(PostgreSqlCheckpointStore checkpoints, PostgreSqlEventReader reader)
    {
        var (tally, echoes) = (await Position(checkpoints, "tally"), await Position(checkpoints, "echoes"));
        var head = (await reader.ReadLogHead()).Position;
        return tally == head && echoes == head;
    }

    static async Task<long> Position(PostgreSqlCheckpointStore checkpoints, string name)
    {
        var live = (await checkpoints.Find(name))?.Live;
        live?.Failure.Should().BeNull("an outage is no reason to stop");
        return live?.Position ?? 0;
    }

    static async Task<Dictionary<string, (long Commits, long Positions)>> Tally(SiloCluster cluster)
    {
        await using var connection = new NpgsqlConnection($"{cluster.Database.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        await using var query = new NpgsqlCommand("SELECT stream, commits, positions FROM township_read_models.tally", connection);
        await using var rows = await query.ExecuteReaderAsync();
        var tally = new Dictionary<string, (long, long)>();
        while (await rows.ReadAsync()) tally.Add(rows.GetString(0), (rows.GetInt64(1), rows.GetInt64(2)));
        return tally;
    }
}
