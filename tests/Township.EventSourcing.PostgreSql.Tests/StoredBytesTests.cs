using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>What auditors see who look into the database with other programs.</summary>
public sealed class StoredBytesTests : IAsyncLifetime
{
    const string Odd = " {\t\"text\" :\r\n\"\\u6c11 民 \\ud83d \U0002F80A 👨‍👩‍👧 e\u0301 \u2028\uFEFF\" ,\"n\":1.50e+03, \"n\" : -0 }\n";

    StoreDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await StoreDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Columns_hold_the_very_bytes()
    {
        var sample = Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1);
        var content = sample.Content with { CommandData = JsonBytes.From(Odd), Actor = JsonBytes.From(Odd), Facts = JsonBytes.From($"[{Odd}]"), Events = JsonBytes.From($"[ {Odd} ]") };
        await _database.Fill(sample with { Content = content });

        await using var connection = new NpgsqlConnection(_database.Database.ConnectionString);
        await connection.OpenAsync();
        await using var query = new NpgsqlCommand("""
            SELECT convert_to(command_data, 'UTF8'), convert_to(actor, 'UTF8'), convert_to(facts, 'UTF8'), convert_to(events, 'UTF8'), command_id::text, hash, log_hash
            FROM township.commits
            """, connection);
        await using var row = await query.ExecuteReaderAsync();
        (await row.ReadAsync()).Should().BeTrue();
        Enumerable.Range(0, 4).Select(column => new JsonBytes(row.GetFieldValue<byte[]>(column)))
            .Should().Equal(content.CommandData, content.Actor, content.Facts, content.Events);
        row.GetString(4).Should().Be(content.CommandId.ToString());
        var hash = CommitHash.OfCommit(CommitHash.Zero, sample.Stream, 1, content);
        new CommitHash(row.GetFieldValue<byte[]>(5)).Should().Be(hash);
        new CommitHash(row.GetFieldValue<byte[]>(6)).Should().Be(CommitHash.OfLog(CommitHash.Zero, 1, hash), "the server computes the log hash itself");
    }

    [Fact]
    public async Task Json_functions_of_the_shell_work()
    {
        await _database.Fill(Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1, events: 3, note: "民情"));
        (await _database.Database.Value<string>("SELECT string_agg((e -> 'data' ->> 'number') || (e -> 'data' ->> 'note'), ' ') FROM township.commits, json_array_elements(events::json) e"))
            .Should().Be("1民情 2民情 3民情");
    }

    [Fact]
    public async Task The_longest_stream_names_fit_into_the_index()
    {
        // Characters that do not repeat: an index entry must fit without being compressed.
        var ids = Enumerable.Range(0, 5).Select(n => string.Concat(Enumerable.Range(0, 162).Select(i => (char)(0x4E00 + (n * 997) + (i * 61)))) + n).ToArray();
        await _database.Fill([.. ids.Select((id, n) => Sample.Commit(Sample.Stream(id), ExpectedVersion.None, n))]);
        await using var reader = await _database.OpenReader();
        foreach (var id in ids) (await reader.ReadHead(Sample.Stream(id))).Version.Should().Be(1);
    }
}
