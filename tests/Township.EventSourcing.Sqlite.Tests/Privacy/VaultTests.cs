using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite.Tests;

public sealed class VaultConformanceTests : PersonalDataKeysConformance
{
    readonly VaultFolder _folder = new();

    protected override Task<IPersonalDataKeys> Open() => Task.FromResult<IPersonalDataKeys>(_folder.Open());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>What only a file can get wrong.</summary>
public sealed class VaultTests : IDisposable
{
    static readonly DataSubject Zhang = new("huimin", "c-017");
    static readonly Erasure Asked = new("c-002", "request 7", new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    readonly VaultFolder _folder = new();

    [Fact]
    public async Task An_erased_secret_is_in_no_file_any_more()
    {
        var secrets = new List<byte[]>();
        await using (var keys = _folder.Open())
        {
            for (var i = 0; i < 300; i++) secrets.Add((await keys.Current(new("huimin", $"p-{i:000}"))).Secret.ToArray());
            _folder.Holds(secrets[150]).Should().BeTrue("otherwise the test looks in the wrong place");
            for (var i = 100; i < 200; i++) (await keys.Erase(new("huimin", $"p-{i:000}"), Asked)).Should().BeTrue();
            secrets[100..200].Should().AllSatisfy(s => _folder.Holds(s).Should().BeFalse());
        }

        secrets[100..200].Should().AllSatisfy(s => _folder.Holds(s).Should().BeFalse());
        secrets[..100].Should().AllSatisfy(s => _folder.Holds(s).Should().BeTrue());
    }

    [Fact]
    public async Task Only_its_owner_may_read_the_file()
    {
        await using var keys = _folder.Open();
        await keys.Current(Zhang);
        // Windows has access lists instead.
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(_folder.Path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("DELETE FROM keys")]
    [InlineData("UPDATE keys SET secret = randomblob(32)")]
    [InlineData("UPDATE keys SET subject = 'c-018'")]
    [InlineData("UPDATE keys SET secret = x''")]
    [InlineData("UPDATE keys SET erased_at = 1, erased_by = 'a', erased_for = 'b'")]
    [InlineData("UPDATE keys SET generation = 2, secret = x'', erased_at = 1, erased_by = 'a', erased_for = 'b'")]
    [InlineData("INSERT INTO keys (township, subject, generation, secret, created_at) VALUES ('huimin', 'c-017', 2, randomblob(32), 1)")]
    [InlineData("INSERT INTO keys (township, subject, generation, secret, created_at) VALUES ('huimin', 'c-018', 1, x'00', 1)")]
    public async Task Keys_are_made_and_erased_and_nothing_else(string sql)
    {
        await using var keys = _folder.Open();
        var key = await keys.Current(Zhang);
        var run = () => _folder.Run(sql);
        run.Should().Throw<SqliteException>();
        (await keys.Current(Zhang)).Secret.ToArray().Should().Equal(key.Secret.ToArray());
    }

    [Fact]
    public async Task What_was_erased_is_never_changed()
    {
        await using var keys = _folder.Open();
        await keys.Current(Zhang);
        await keys.Erase(Zhang, Asked);
        var run = () => _folder.Run("UPDATE keys SET erased_by = 'nobody'");
        run.Should().Throw<SqliteException>();
    }

    [Theory]
    [InlineData("DELETE FROM adoptions")]
    [InlineData("UPDATE adoptions SET adopted_for = ''")]
    [InlineData("INSERT INTO adoptions VALUES (2, '00000000000000000000000000000000', 1, 1, 'a', 'b')")]
    public async Task How_it_came_to_its_history_stays_on_record(string sql)
    {
        await using var keys = _folder.Open();
        await keys.Adopt(VaultAdoption.OfNewStore(HistoryId.New(), Asked.At));
        var run = () => _folder.Run(sql);
        run.Should().Throw<SqliteException>();
    }

    [Fact]
    public void A_missing_file_is_made_only_when_wanted()
    {
        var open = () => SqlitePersonalDataKeys.OpenExisting(_folder.Path, TimeProvider.System, readOnly: false);
        open.Should().Throw<StoreOpenException>().WithMessage("There is no vault of keys at*");
        File.Exists(_folder.Path).Should().BeFalse();
    }

    [Fact]
    public async Task Whoever_may_only_read_looks_keys_up_and_makes_none()
    {
        await using var keys = _folder.Open();
        var key = await keys.Current(Zhang);
        await using var reading = SqlitePersonalDataKeys.OpenExisting(_folder.Path, TimeProvider.System, readOnly: true);
        (await reading.Find(Zhang, 1))!.Secret.ToArray().Should().Equal(key.Secret.ToArray());
        var make = () => reading.Current(Zhang with { Subject = "c-018" });
        await make.Should().ThrowAsync<StoreUnavailableException>();
        var erase = () => reading.Erase(Zhang, Asked);
        await erase.Should().ThrowAsync<StoreUnavailableException>();
        (await keys.Find(Zhang, 1))!.IsErased.Should().BeFalse();
    }

    [Theory]
    [InlineData("CREATE TABLE orders (id INTEGER)", "*is not a vault of keys.")]
    [InlineData("PRAGMA journal_mode=WAL; CREATE TABLE orders (id INTEGER)", "*is not a vault of keys.")]
    [InlineData("PRAGMA application_id=1415007819; PRAGMA user_version=7; CREATE TABLE keys (id INTEGER)", "*has version 7; this program knows versions up to 1.*")]
    public void A_file_of_another_program_is_left_alone(string sql, string message)
    {
        _folder.Run(sql);
        var before = File.ReadAllBytes(_folder.Path);
        var open = () => _folder.Open();
        open.Should().Throw<StoreOpenException>().WithMessage(message);
        File.ReadAllBytes(_folder.Path).Should().Equal(before);
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone()
    {
        File.WriteAllText(_folder.Path, new string('x', 4096));
        var open = () => _folder.Open();
        open.Should().Throw<StoreOpenException>();
        File.ReadAllText(_folder.Path).Should().Be(new string('x', 4096));
    }

    [Fact]
    public async Task Keys_and_erasures_survive_a_kill()
    {
        string[] made;
        using (var holder = await StoreHolder.Start(_folder.Path + ".store"))
        {
            made = [await holder.Key("p-1"), await holder.Key("p-2")];
            await holder.EraseKey("p-1");
            (await holder.Key("p-2")).Should().Be(made[1]);
            await holder.Kill();
        }

        await using var keys = SqlitePersonalDataKeys.OpenExisting(_folder.Path + ".store-keys", TimeProvider.System, readOnly: false);
        (await keys.Find(new("huimin", "p-1"), 1))!.IsErased.Should().BeTrue();
        Convert.ToHexString((await keys.Find(new("huimin", "p-2"), 1))!.Secret).Should().Be(made[1]);
        _folder.Holds(Convert.FromHexString(made[0])).Should().BeFalse();
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>A folder of its own for a test's vault.</summary>
sealed class VaultFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("township-keys-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "township-keys.db");

    public SqlitePersonalDataKeys Open() => SqlitePersonalDataKeys.Open(Path, TimeProvider.System);

    /// <summary>Whether any file of the folder holds these bytes.</summary>
    public bool Holds(byte[] bytes) => _folder.GetFiles().Any(f => File.ReadAllBytes(f.FullName).AsSpan().IndexOf(bytes) >= 0);

    public void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
