using System.Text;
using Township.Auditing;
using Township.Cadres;
using Township.EventSourcing.Sqlite;
using Township.Posts;
using Township.Privacy;
using Township.Rosters;
using Township.Testing.Postgres;

namespace Township;

/// <summary>§7 on real silos: what people said about people is nowhere in the clear, is read while it may be, and is gone when it is erased.</summary>
[Collection(nameof(HostedTownship))]
public sealed class PersonalDataTests : IDisposable
{
    static readonly Actor Office = new("c-010", "huimin", [Roles.Office, Roles.Leader]);
    static readonly ErasePerson Request = new("c-017", "2026 年第 7 号申请,个人信息保护法第四十七条");
    static readonly string[] Names = ["张三丰", "李四光"];

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("township-privacy-");

    [Fact]
    public async Task What_was_erased_is_nowhere_and_the_rest_is_as_it_was()
    {
        List<RecordedCommit> before;
        await using (var township = await HostedTownship.Start(_folder.FullName))
        {
            using var _ = CallerContext.Use(Office);
            await Register(township.Grains);
            // Snapshots are kept at every tenth event.
            for (var i = 0; i < 12; i++) await Accepted(Cadre(township, "c-017").Execute(new CadreCommand.GrantLeave("年休假", Day.AddDays(2 * i), Day.AddDays(2 * i))));
            await SnapshotIsKept(township, new("cadre", "huimin", "c-017"));
            (await Cadre(township, "c-017").View()).View.Name.Should().Be(PersonalText.About("c-017", "张三丰"));
            before = await township.Services.Store.ReadAll().ToListAsync();

            var erased = township.Grains.GetGrain<IPersonalDataGrain>("huimin");
            (await erased.Erase(Request)).Should().Be(new ErasureOutcome(true, null));
            (await Cadre(township, "c-017").View()).View.Name.Should().Be(PersonalText.Erased("c-017"));
            (await Cadre(township, "c-018").View()).View.Name.Should().Be(PersonalText.About("c-018", "李四光"));
            (await Cadre(township, "c-017").ViewAsOf(1)).View.Name.Should().Be(PersonalText.Erased("c-017"));
            (await History(township, "c-017")).Should().Contain("\"name\":{\"about\":[\"c-017\"],\"erased\":true}").And.NotContain("sealed");
            (await History(township, "c-018")).Should().Contain("\"name\":{\"about\":[\"c-018\"],\"text\":\"李四光\"}");
            (await erased.Erasures()).Should().ContainSingle().Which.Should().Match<ErasedPerson>(e => e.PersonId == "c-017" && e.By == "c-010" && e.Reason == Request.Reason);
        }

        // Neither the erased one's name nor anybody else's stands anywhere in the clear.
        Holding(Names).Should().BeEmpty();
        await using (var again = await HostedTownship.Start(_folder.FullName))
        {
            using var _ = CallerContext.Use(Office);
            (await again.Services.Store.ReadAll().ToListAsync()).Should().Equal(before);
            (await Cadre(again, "c-017").View()).View.Name.Should().Be(PersonalText.Erased("c-017"));
            (await Cadre(again, "c-018").View()).View.Name.Should().Be(PersonalText.About("c-018", "李四光"));
            await Verifies(again.Services.Store);
        }
    }

    [Fact]
    public async Task The_office_or_a_leader_erases_and_never_their_own()
    {
        await using var township = await HostedTownship.Start(o => o.Store.Provider = StoreProviders.Memory);
        using (CallerContext.Use(Office)) await Register(township.Grains);
        (await Erase(new("c-1", "huimin", [Roles.Cadre, Roles.Auditor, Roles.System]), Request)).Should().Be(CommonRefusals.NotEntitled.With("office, leader"));
        (await Erase(Office with { Township = "qiaotou" }, Request)).Should().Be(CommonRefusals.NotEntitled.With("office, leader"));
        (await Erase(Office with { Subject = "c-017" }, Request)).Should().Be(PersonalDataRefusals.Own.With());
        (await Erase(Office, Request with { PersonId = "c-999" })).Should().Be(PersonalDataRefusals.NobodyKnown.With("c-999"));
        (await Erase(Office, Request with { Reason = " " }))!.English.Should().Be("The command is malformed: reason must not be blank.");
        (await Erase(Office, Request with { PersonId = null! }))!.English.Should().Be("The command is malformed: personId must not be null.");
        using (CallerContext.Use(Office)) (await Cadre(township, "c-017").View()).View.Name!.State.Should().Be(PersonalTextState.Clear, "nobody has erased it");

        (await Erase(Office, Request)).Should().BeNull();
        using (CallerContext.Use(Office)) (await Grain().Erase(Request with { Reason = "另" })).Should().Be(new ErasureOutcome(false, null));
        var byNobody = () => Grain().Erase(Request);
        (await byNobody.Should().ThrowAsync<AggregateFailureException>()).Which.Kind.Should().Be(FailureKind.InvalidCaller);
        var list = () => Grain().Erasures();
        await list.Should().ThrowAsync<QueryRefusedException>();
        using (CallerContext.Use(new("a-1", "huimin", [Roles.Auditor]))) (await list()).Should().ContainSingle().Which.Reason.Should().Be(Request.Reason);

        IPersonalDataGrain Grain() => township.Grains.GetGrain<IPersonalDataGrain>("huimin");

        async Task<Refusal?> Erase(Actor actor, ErasePerson request)
        {
            using var _ = CallerContext.Use(actor);
            return (await Grain().Erase(request)).Refusal;
        }
    }

    [Fact]
    public async Task Every_silo_of_a_cluster_opens_and_erases_with_one_vault()
    {
        await using var database = await PostgresDatabase.Create();
        await using var township = await HostedTownship.Start(o =>
        {
            (o.Store.Provider, o.Store.ConnectionString, o.Store.Migrate) = (StoreProviders.Postgres, database.ConnectionString, true);
            o.PersonalData.KeysKept = TimeSpan.Zero;
        }, silos: 2);
        using var _ = CallerContext.Use(Office);
        await Register(township.Grains);
        for (var i = 0; i < 20; i++) await Accepted(Cadre(township, $"c-1{i:00}").Execute(new CadreCommand.Register($"王{i}", "p-1", "c-001", Day)));
        for (var i = 0; i < 20; i++) (await Cadre(township, $"c-1{i:00}").View()).View.Name!.Text.Should().Be($"王{i}");
        await township.Grains.GetGrain<IPersonalDataGrain>("huimin").Erase(Request with { PersonId = "c-107" });
        for (var i = 0; i < 20; i++) (await Cadre(township, $"c-1{i:00}").View()).View.Name!.State.Should().Be(i == 7 ? PersonalTextState.Erased : PersonalTextState.Clear);
        await Verifies(township.Services.Store);
        (await database.Value<long>("SELECT count(*) FROM township_keys.keys")).Should().Be(23);
    }

    [Fact]
    public async Task A_command_line_beside_a_running_silo_erases_too()
    {
        await using var township = await HostedTownship.Start(o =>
        {
            o.Store.ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "township.db")}";
            o.PersonalData.KeysKept = TimeSpan.Zero;
        });
        using var _ = CallerContext.Use(Office);
        await Register(township.Grains);
        await using (var beside = SqlitePersonalDataKeys.OpenExisting(Path.Combine(_folder.FullName, "township-keys.db"), TimeProvider.System, readOnly: false))
            (await beside.Erase(new("huimin", "c-017"), new("operator", "request 7", DateTimeOffset.UnixEpoch))).Should().BeTrue();
        (await Cadre(township, "c-017").View()).View.Name.Should().Be(PersonalText.Erased("c-017"));
    }

    [Theory]
    [InlineData("Township:PersonalData:Provider is 'vault'; use 'sqlite', 'postgres' or 'memory'.", "vault", null, "00:00:30")]
    [InlineData("Township:PersonalData:Provider is 'memory', but the store is not: after a restart the sealed texts could not be read.", "memory", null, "00:00:30")]
    [InlineData("Township:PersonalData:ConnectionString is not set; it is required when keys have another provider than the store.", "postgres", null, "00:00:30")]
    [InlineData("Township:PersonalData:ConnectionString is 'Data Source=:memory:'; use 'Data Source=PATH'.", null, "Data Source=:memory:", "00:00:30")]
    [InlineData("Township:PersonalData: KeysKept must be from 0 to 10 minutes, KeysConfirmed not negative, MaxKeysKept at least 1.", null, null, "00:10:01")]
    public async Task Settings_that_make_no_sense_are_told(string message, string? provider, string? place, string kept)
    {
        var start = () => HostedTownship.Start(o =>
        {
            o.Store.ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "township.db")}";
            (o.PersonalData.Provider, o.PersonalData.ConnectionString, o.PersonalData.KeysKept) = (provider, place, TimeSpan.Parse(kept, null));
        });
        (await start.Should().ThrowAsync<Exception>()).WithMessage($"*{message}*");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    static DateOnly Day => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-60);

    static ICadreGrain Cadre(HostedTownship township, string id) => township.Grains.GetGrain<ICadreGrain>($"huimin/{id}");

    static async Task Register(IGrainFactory grains)
    {
        await Accepted(grains.GetGrain<IPostGrain>("huimin/p-0").Execute(new PostCommand.Establish("党委书记", "党委", PostLevel.TopLeader, ["主持全面工作"])));
        await Accepted(grains.GetGrain<IPostGrain>("huimin/p-1").Execute(new PostCommand.Establish("农业办主任", "农业办", PostLevel.MiddleManager, ["农业生产"])));
        await Accepted(grains.GetGrain<IRosterGrain>("huimin/cadres").Execute(new RosterCommand.Enter(["c-001", "c-017", "c-018", .. Enumerable.Range(0, 20).Select(i => $"c-1{i:00}")])));
        await Accepted(grains.GetGrain<ICadreGrain>("huimin/c-001").Execute(new CadreCommand.Register("赵一", "p-0", null, Day)));
        await Accepted(grains.GetGrain<ICadreGrain>("huimin/c-017").Execute(new CadreCommand.Register(Names[0], "p-1", "c-001", Day)));
        await Accepted(grains.GetGrain<ICadreGrain>("huimin/c-018").Execute(new CadreCommand.Register(Names[1], "p-1", "c-001", Day)));
    }

    static async Task Accepted(Task<Outcome> outcome) => (await outcome).Refusal.Should().BeNull();

    static async Task<string> History(HostedTownship township, string id) =>
        string.Join('\n', (await Cadre(township, id).History().ToListAsync()).SelectMany(e => e.Events.Append(e.Command)).Select(m => m.Json));

    // They are saved in the background, and are to be searched too.
    static Task SnapshotIsKept(HostedTownship township, StreamId stream) =>
        Eventually.Holds(async () => await township.Services.Snapshots.Load(stream) is not null);

    static async Task Verifies(IEventReader store)
    {
        var faults = new List<Fault>();
        var totals = await new HistoryVerifier(store, TownshipAggregates.All, new() { Redecide = true }).VerifyAll(faults.Add);
        faults.Should().BeEmpty();
        totals.Commits.Should().Be((await store.ReadLogHead()).Position);
    }

    List<string> Holding(IEnumerable<string> texts)
    {
        var files = _folder.GetFiles("*", SearchOption.AllDirectories);
        files.Select(f => f.Name).Should().Contain(["township.db", "township-keys.db", "township-read-models.db", "township-snapshots.db"]);
        return [.. files.Where(f => texts.Any(t => File.ReadAllBytes(f.FullName).AsSpan().IndexOf(Encoding.UTF8.GetBytes(t)) >= 0)).Select(f => f.Name)];
    }
}
