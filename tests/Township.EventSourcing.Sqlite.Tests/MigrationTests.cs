using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite.Tests;

public sealed class MigrationTests : IDisposable
{
    readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_store_of_the_first_schema_is_brought_up_to_date_and_keeps_its_commits()
    {
        RecordedCommit recorded;
        using (var connection = _folder.Connect())
        {
            Migrations.Apply(connection, from: 0, to: 1);
            using var session = new WriteSession(new(connection), 1);
            session.Begin();
            session.Append(Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1)).Should().BeOfType<AppendResult.Committed>();
            session.Commit();
        }

        await using (var reader = await _folder.OpenReader()) recorded = (await reader.All()).Single();
        await using (var store = await _folder.Open()) (await store.All()).Should().Equal(recorded);
        Version().Should().Be(Migrations.Current);
        var change = () => _folder.Run("DELETE FROM commits");
        change.Should().Throw<SqliteException>().WithMessage("*history is append-only*");
    }

    [Fact]
    public void Migrating_in_steps_gives_the_same_schema_as_at_once()
    {
        string Schema(params int[] stops)
        {
            using var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            for (var i = 1; i < stops.Length; i++) Migrations.Apply(connection, stops[i - 1], stops[i]);
            return connection.Text("SELECT group_concat(sql, char(10)) FROM sqlite_schema") + connection.Number("PRAGMA user_version");
        }

        Schema(0, 1, 2).Should().Be(Schema(0, 2)).And.NotBe(Schema(0, 1));
    }

    [Fact]
    public async Task A_store_of_a_newer_schema_is_refused_and_unchanged()
    {
        await _folder.Fill(Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1));
        _folder.Run("PRAGMA user_version=99");
        await IsRefused($"'{_folder.Path}' has schema version 99; this program knows versions up to {Migrations.Current}. Use a newer program.");
    }

    [Fact]
    public async Task A_database_of_another_application_is_refused_and_unchanged()
    {
        _folder.Run("CREATE TABLE recipes (name TEXT)");
        await IsRefused($"'{_folder.Path}' is a database of another application.");
    }

    [Fact]
    public async Task A_missing_folder_is_made_and_an_empty_file_is_a_new_store()
    {
        await File.WriteAllBytesAsync(_folder.Path, []);
        await using var store = await _folder.Open();
        (await store.ReadLogHead()).Position.Should().Be(0);
        var deep = Path.Combine(Path.GetDirectoryName(_folder.Path)!, "a", "b", "township.db");
        await using var other = await SqliteEventStore.Open(new() { Path = deep }, Microsoft.Extensions.Logging.Abstractions.NullLogger<SqliteEventStore>.Instance);
        File.Exists(deep).Should().BeTrue();
    }

    async Task IsRefused(string message)
    {
        var before = await File.ReadAllBytesAsync(_folder.Path);
        var open = () => _folder.Open();
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage(message);
        var read = () => _folder.OpenReader();
        (await read.Should().ThrowAsync<StoreOpenException>()).WithMessage(message);
        (await File.ReadAllBytesAsync(_folder.Path)).Should().Equal(before);
        _folder.Files.Should().Equal("township.db", "township.db.lock");
    }

    long Version()
    {
        using var connection = _folder.Connect();
        return connection.Number("PRAGMA user_version");
    }
}
