namespace Township.EventSourcing.Sqlite.Tests;

/// <summary>What auditors see who open the file with other programs.</summary>
public sealed class StoredBytesTests : IDisposable
{
    const string Odd = " {\t\"text\" :\r\n\"\\u6c11 民 \U0002F80A 👨‍👩‍👧 e\u0301 \u2028\uFEFF\" ,\"n\":1.50e+03 }\n";

    readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Columns_hold_the_very_bytes()
    {
        var sample = Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1);
        var content = sample.Content with { CommandData = JsonBytes.From(Odd), Actor = JsonBytes.From(Odd), Facts = JsonBytes.From($"[{Odd}]"), Events = JsonBytes.From($"[ {Odd} ]") };
        await _folder.Fill(sample with { Content = content });

        using var connection = _folder.Connect();
        using var row = new Statement(connection, """
            SELECT CAST(command_data AS BLOB), CAST(actor AS BLOB), CAST(facts AS BLOB), CAST(events AS BLOB),
                   typeof(command_data) || typeof(actor) || typeof(facts) || typeof(events), hex(command_id), hash FROM commits
            """);
        row.Step().Should().BeTrue();
        Enumerable.Range(0, 4).Select(column => new JsonBytes(row.Bytes(column).ToArray()))
            .Should().Equal(content.CommandData, content.Actor, content.Facts, content.Events);
        row.Text(4).Should().Be("texttexttexttext");
        row.Text(5).Should().Be(content.CommandId.ToString("N").ToUpperInvariant(), "ids are stored big-endian, as they are written");
        new CommitHash(row.Bytes(6)).Should().Be(CommitHash.OfCommit(CommitHash.Zero, sample.Stream, 1, content));
    }

    [Fact]
    public async Task Json_functions_of_the_shell_work()
    {
        await _folder.Fill(Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1, events: 3, note: "民情"));
        using var connection = _folder.Connect();
        connection.Text("SELECT group_concat((value ->> '$.data.number') || (value ->> '$.data.note'), ' ') FROM commits, json_each(events)")
            .Should().Be("1民情 2民情 3民情");
    }

    [Fact]
    public async Task The_file_says_what_it_is()
    {
        await _folder.Fill(Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1));
        using var connection = _folder.Connect();
        connection.Number("PRAGMA application_id").Should().Be(0x544F574E);
        connection.Text("PRAGMA journal_mode").Should().Be("wal");
        connection.Text("SELECT category FROM streams").Should().Be("account");
    }
}
