using Npgsql;
using Township.Cadres;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;
using Township.Posts;
using Township.Rosters;
using Township.Testing.Postgres;

namespace Township;

/// <summary>A silo starts with the vault of its own history, and with no other.</summary>
[Collection(nameof(HostedTownship))]
public sealed class VaultOwnershipTests : IDisposable
{
    static readonly Actor Office = new("c-010", "huimin", [Roles.Office, Roles.Leader]);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("township-vault-");

    string Store => Path.Combine(_folder.FullName, "township.db");

    string Keys => Path.Combine(_folder.FullName, "township-keys.db");

    [Fact]
    public async Task A_store_whose_vault_is_lost_waits_until_another_one_is_adopted()
    {
        var history = await Registered();
        var lost = Path.Combine(_folder.FullName, "lost.db");
        File.Move(Keys, lost);
        await Refused($"'{Store}' holds 5 commits of history {history}, and '{Keys}' is not the vault of its keys. Put the vault's backup there; if it is lost for good, "
            + "'township privacy adopt --reason \"…\" --by \"…\"' makes a new one, and texts sealed until now stay sealed for ever (docs/privacy.md).");
        File.Exists(Keys).Should().BeFalse();

        await using (var store = await SqliteEventReader.Open(Store))
        await using (var keys = SqlitePersonalDataKeys.Open(Keys, TimeProvider.System))
            await VaultOwnership.TakeOver(keys, store, new("the store", "the vault"), "王主任", "硬盘已毁", DateTimeOffset.UnixEpoch);
        await using (var again = await HostedTownship.Start(_folder.FullName))
        {
            using var _ = CallerContext.Use(Office);
            (await Cadre(again, "c-017").View()).View.Name!.State.Should().Be(PersonalTextState.Sealed, "its key is lost");
            await Register(again, "c-018", PersonalText.About("c-017", "李四光"));
            (await Cadre(again, "c-018").View()).View.Name.Should().Be(PersonalText.About(["c-017", "c-018"], "李四光"));
        }

        await using (var found = SqlitePersonalDataKeys.OpenExisting(lost, TimeProvider.System, readOnly: true))
        await using (var adopted = SqlitePersonalDataKeys.OpenExisting(Keys, TimeProvider.System, readOnly: true))
        {
            (await Generations(found)).Should().Equal(1);
            (await Generations(adopted)).Should().Equal(2);
        }
    }

    [Fact]
    public async Task The_vault_of_another_history_is_refused_with_commits_and_without()
    {
        var other = await Registered();
        var kept = Path.Combine(_folder.FullName, "kept.db");
        File.Copy(Keys, kept);
        foreach (var file in _folder.GetFiles("township*")) file.Delete();
        var history = await Registered();
        File.Copy(kept, Keys, overwrite: true);
        var told = $"and '{Keys}' keeps the keys of history {other}. Put the right vault there, or configure its location;";
        await Refused($"'{Store}' holds history {history}, {told}*");
        foreach (var file in _folder.GetFiles("township.db*")) file.Delete();
        await Refused($"'{Store}' holds history *, {told}*");
        File.ReadAllBytes(Keys).Should().Equal(File.ReadAllBytes(kept));
    }

    [Fact]
    public async Task On_PostgreSQL_it_is_the_same_and_no_schema_is_made()
    {
        await using var database = await PostgresDatabase.Create();
        var start = () => HostedTownship.Start(o => (o.Store.Provider, o.Store.ConnectionString) = (StoreProviders.Postgres, database.ConnectionString));
        HistoryId history;
        await using (var township = await start())
        {
            history = await township.Services.Store.ReadHistory();
            await Founded(township);
        }

        await database.Run("ALTER SCHEMA township_keys RENAME TO away");
        (await start.Should().ThrowAsync<Exception>()).WithMessage($"*The schema 'township' holds 4 commits of history {history}, and the schema 'township_keys' is not the vault of its keys.*");
        (await database.Value<long>("SELECT count(*) FROM pg_namespace WHERE nspname = 'township_keys'")).Should().Be(0);
        await PersonalKeysSchema.Migrate(database.ConnectionString);
        (await start.Should().ThrowAsync<Exception>()).WithMessage("*is not the vault of its keys.*");
        await database.Run("DROP SCHEMA township_keys CASCADE; ALTER SCHEMA away RENAME TO township_keys");
        await using (await start()) { }
    }

    [Fact]
    public async Task What_is_written_after_a_fail_over_that_lost_a_key_can_be_read()
    {
        await using var primary = await PostgresServer.Start();
        // It goes with its server.
        var database = await PostgresDatabase.Create(primary);
        await using var replica = await primary.StartReplica();
        var (both, second) = (On($"{primary.Address},{replica.Address}"), On(replica.Address));
        await using var township = await HostedTownship.Start(o =>
        {
            (o.Store.Provider, o.Store.ConnectionString, o.Snapshots.Every, o.ReadModels.Enabled) = (StoreProviders.Postgres, both, 0, false);
            // Only the failure itself can tell.
            (o.PersonalData.KeysKept, o.PersonalData.KeysConfirmed) = (TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));
        });
        using var _ = CallerContext.Use(Office);
        await Founded(township);
        await Eventually.Holds(async () => await Count(second) == 4);
        await PostgresDatabase.Run(replica.ConnectionString, "ALTER SYSTEM SET primary_conninfo = ''");
        await PostgresDatabase.Run(replica.ConnectionString, "SELECT pg_reload_conf()");
        await Eventually.Holds(async () => await Value(second, "SELECT count(*) FROM pg_stat_wal_receiver") == 0);
        await Register(township, "c-017", "张三丰");
        (await Count(second)).Should().Be(4, "the replica has neither the commit nor the key");

        await primary.Stop();
        await replica.Promote();
        await UntilAccepted(new CadreCommand.Register(PersonalText.About("c-017", "李四光"), "p-1", "c-001", Day));

        await using var vault = new PersonalData(await PostgreSqlPersonalDataKeys.Open(second, TimeProvider.System, migrate: false), TimeProvider.System, new());
        await using var store = await PostgreSqlEventReader.Open(PostgreSqlStoreOptions.From(second));
        var last = await store.ReadAll().LastAsync();
        (last.Position, last.Stream.Id).Should().Be((5, "c-018"));
        (await vault.Open(last.Content.Events, "huimin")).ToString().Should().Contain("\"name\":{\"about\":[\"c-017\",\"c-018\"],\"text\":\"李四光\"}");

        string On(string hosts)
        {
            var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
            settings.Remove("Port");
            settings.Host = hosts;
            return settings.ToString();
        }

        static Task<long> Count(string server) => Value(server, "SELECT count(*) FROM township.commits");

        static async Task<long> Value(string server, string sql)
        {
            await using var source = NpgsqlDataSource.Create(server);
            await using var command = source.CreateCommand(sql);
            return (long)(await command.ExecuteScalarAsync())!;
        }

        async Task UntilAccepted(CadreCommand command) =>
            (await Eventually.Succeeds(() => Cadre(township, "c-018").Execute(command), e => e is AggregateFailureException))
                .Refusal.Should().BeNull();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    static DateOnly Day => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-60);

    static ICadreGrain Cadre(HostedTownship township, string id) => township.Grains.GetGrain<ICadreGrain>($"huimin/{id}");

    static Task Register(HostedTownship township, string id, PersonalText name) => Accepted(Cadre(township, id).Execute(new CadreCommand.Register(name, "p-1", "c-001", Day)));

    static async Task Founded(HostedTownship township)
    {
        using var _ = CallerContext.Use(Office);
        await Accepted(township.Grains.GetGrain<IPostGrain>("huimin/p-0").Execute(new PostCommand.Establish("党委书记", "党委", PostLevel.TopLeader, ["主持全面工作"])));
        await Accepted(township.Grains.GetGrain<IPostGrain>("huimin/p-1").Execute(new PostCommand.Establish("农业办主任", "农业办", PostLevel.MiddleManager, ["农业生产"])));
        await Accepted(township.Grains.GetGrain<IRosterGrain>("huimin/cadres").Execute(new RosterCommand.Enter(["c-001", "c-017", "c-018"])));
        await Accepted(Cadre(township, "c-001").Execute(new CadreCommand.Register("赵一", "p-0", null, Day)));
    }

    async Task<HistoryId> Registered()
    {
        await using var township = await HostedTownship.Start(_folder.FullName);
        using var _ = CallerContext.Use(Office);
        await Founded(township);
        await Register(township, "c-017", "张三丰");
        return await township.Services.Store.ReadHistory();
    }

    async Task Refused(string message)
    {
        var start = () => HostedTownship.Start(_folder.FullName);
        Exception? refused = (await start.Should().ThrowAsync<Exception>()).Which;
        while (refused is not StoreOpenException) refused = (refused ?? throw new InvalidOperationException("It was refused for another reason.")).InnerException;
        refused.Message.Should().Match(message);
    }

    static async Task<int[]> Generations(SqlitePersonalDataKeys keys) =>
        [.. (await keys.List("huimin").Where(r => r.Subject.Subject == "c-017").ToListAsync()).Select(r => r.Generation)];

    static async Task Accepted(Task<Outcome> outcome) => (await outcome).Refusal.Should().BeNull();
}
