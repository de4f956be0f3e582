using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Township.Cadres;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;
using Township.Posts;
using Township.Rosters;
using Township.Testing.Postgres;

namespace Township.Cli.Tests;

/// <summary>Sealed texts on the command line: who has the keys reads them, whoever erases a key ends that, and auditors need none.</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    static readonly StreamId Zhang = new("cadre", "huimin", "c-017");
    static readonly string[] Auditor = ["--as", "huimin/a-1", "--roles", "auditor"];

    readonly string _folder = Directory.CreateTempSubdirectory("township-privacy-").FullName;

    HistoryId _history;

    string Store => $"sqlite:{Path.Combine(_folder, "township.db")}";

    string Keys => $"sqlite:{Path.Combine(_folder, "township-keys.db")}";

    public async ValueTask InitializeAsync()
    {
        await using var store = await SqliteEventStore.Open(new() { Path = Path.Combine(_folder, "township.db") }, NullLogger<SqliteEventStore>.Instance);
        await using var keys = SqlitePersonalDataKeys.Open(Path.Combine(_folder, "township-keys.db"), TimeProvider.System);
        await keys.Adopt(VaultAdoption.OfNewStore(_history = await store.ReadHistory(), TimeProvider.System.GetUtcNow()));
        await Play(store, keys);
    }

    [Fact]
    public async Task Without_keys_people_see_that_a_text_is_sealed()
    {
        (await Ask("history", $"{Zhang}")).Output.Should().Contain("\"name\":\"[sealed]\"").And.NotContain("张三").And.NotContain("about");
        (await Ask("history", $"{Zhang}", "--culture", "zh-CN")).Output.Should().Contain("\"name\":\"〔密〕\"");
        (await Ask("state", $"{Zhang}", "--culture", "zh-CN")).Output.Should().Contain("\"name\": \"〔密〕\"");
        (await Ask("diff", $"{Zhang}", "--from", "0", "--to", "1")).Output.Should().MatchRegex("/name +null +\"\\[sealed\\] [A-Za-z0-9+/]{6}\"").And.NotContain("张三");
    }

    [Fact]
    public async Task With_keys_they_see_what_it_says()
    {
        const string Opened = "\"name\":{\"about\":[\"c-017\"],\"text\":\"张三\"}";
        (await Ask(["history", $"{Zhang}", "--keys", Keys, .. Auditor])).Output.Should().Contain(Opened).And.NotContain("sealed");
        (await Ask(["history", $"{Zhang}", "--keys", Keys, "--format", "json", .. Auditor])).Output.Should().Contain(Opened).And.NotContain("sealed");
        (await Ask(["state", $"{Zhang}", "--keys", Keys, .. Auditor])).Output.Should().Contain("\"text\": \"张三\"");
        (await Ask(["diff", $"{Zhang}", "--from", "0", "--to", "1", "--keys", Keys, .. Auditor])).Output.Should().Contain("{\"about\":[\"c-017\"],\"text\":\"张三\"}");
    }

    [Fact]
    public async Task Keys_open_texts_for_a_reader_who_may_read_the_aggregate()
    {
        string[] Open(string command, params string[] reader) => [command, $"{Zhang}", "--keys", Keys, "--as", .. reader];
        Answer Closed(string reason) => new(4, "", $"township: {Zhang}: {reason}\n");
        const string NeedsRoles = "You may not read this. It requires one of the roles: office, leader, auditor.";
        (await Ask(Open("state", "huimin/c-017", "--roles", "cadre"))).Output.Should().Contain("张三");
        (await Ask(Open("history", "huimin/c-017", "--roles", "cadre"))).Should().Be(Closed(NeedsRoles));
        (await Ask(Open("state", "huimin/c-018", "--roles", "cadre,citizen"))).Should().Be(Closed(NeedsRoles));
        (await Ask(Open("state", "huimin/c-017"))).Should().Be(Closed(NeedsRoles));
        (await Ask(Open("state", "songfan/c-017", "--roles", "leader,office"))).Should().Be(Closed("Only people of huimin may read this."));
        (await Ask([.. Open("diff", "huimin/c-018", "--roles", "cadre"), "--from", "0", "--to", "1"])).Should().Be(Closed(NeedsRoles));
        (await Ask([.. Open("history", "huimin/c-018", "--roles", "cadre"), "--culture", "zh-CN"])).Should().Be(new Answer(4, "", $"township: {Zhang}：无权查询；需要具备以下角色之一：效能办、领导、审计员。\n"));
        (await Ask("state", $"{Zhang}", "--as", "huimin/c-018")).Should().Be(Closed(NeedsRoles), "the rule holds without keys too");
    }

    [Fact]
    public async Task An_export_leaves_sealed_what_its_reader_may_not_read()
    {
        foreach (var (folder, reader, zhang) in ((string, string[], bool)[])[("cadre", ["huimin/c-017", "--roles", "cadre"], false), ("stranger", ["songfan/a-1", "--roles", "auditor"], false), ("leader", ["huimin/c-003", "--roles", "leader"], true)])
        {
            (await Ask(["export", "--to", Path.Combine(_folder, folder), "--files", "csv", "--keys", Keys, "--as", .. reader])).Exit.Should().Be(0);
            File.ReadAllText(Path.Combine(_folder, folder, "events.csv")).Contains("张三", StringComparison.Ordinal).Should().Be(zhang, folder);
        }
    }

    [Fact]
    public async Task Programs_without_keys_get_what_is_stored()
    {
        var line = (await Ask("history", $"{Zhang}", "--format", "json")).Lines[0];
        JsonDocument.Parse(line).RootElement.GetProperty("commandData").GetProperty("name").EnumerateObject().Select(m => m.Name).Should().Equal("about", "sealed");
        (await Ask("export", "--to", Path.Combine(_folder, "out"), "--files", "jsonl")).Exit.Should().Be(0);
        File.ReadAllLines(Path.Combine(_folder, "out", "commits.jsonl")).Should().Contain(line);
    }

    [Fact]
    public async Task Spreadsheets_hold_the_texts_only_with_keys()
    {
        (await Ask("export", "--to", Path.Combine(_folder, "sealed"), "--files", "csv")).Exit.Should().Be(0);
        (await Ask(["export", "--to", Path.Combine(_folder, "open"), "--files", "csv", "--keys", Keys, .. Auditor])).Exit.Should().Be(0);
        foreach (var file in (string[])["commits.csv", "events.csv"])
        {
            File.ReadAllText(Path.Combine(_folder, "sealed", file)).Should().Contain("[sealed]").And.NotContain("张三");
            File.ReadAllText(Path.Combine(_folder, "open", file)).Should().Contain("张三").And.NotContain("sealed");
        }

        (await Ask(["export", "--to", Path.Combine(_folder, "none"), "--files", "jsonl", "--keys", Keys, .. Auditor])).Should().Match<Answer>(
            a => a.Exit == 2 && a.Output == "" && a.Error.StartsWith("township: jsonl holds what is stored, byte for byte, and stays sealed; --keys works with csv only."));
    }

    [Fact]
    public async Task Who_erases_is_on_record_and_auditors_need_no_key()
    {
        await Audited();
        (await Ask("privacy", "list", "--township", "huimin")).Lines.Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..2])).Should().Equal("Person Key", "c-001 1", "c-017 1");
        (await Erase("c-017")).Should().Be(new Answer(0, "The key of c-017 in huimin is erased. Running silos show the texts until the keys that they keep in memory expire, 30 s by default.\n", ""));
        (await Erase("c-017")).Should().Match<Answer>(a => a.Exit == 0 && a.Output.StartsWith("The key was already erased: 20") && a.Output.EndsWith(", by 王主任.\n"));
        (await Erase("c-117")).Should().Be(new Answer(2, "", "township: There is no key of c-117 in huimin.\n"));
        var record = JsonDocument.Parse((await Ask("privacy", "list", "--township", "huimin", "--format", "json")).Lines[1]).RootElement;
        (record.GetProperty("person").GetString(), record.GetProperty("erasedBy").GetString(), record.GetProperty("reason").GetString()).Should().Be(("c-017", "王主任", "2026 年第 7 号申请"));

        await Audited();
        (await Ask(["state", $"{Zhang}", "--keys", Keys, .. Auditor])).Output.Should().Contain("\"erased\": true").And.NotContain("张三");
        (await Ask(["state", "cadre/huimin/c-001", "--keys", Keys, .. Auditor])).Output.Should().Contain("\"text\": \"赵一\"");
    }

    [Theory]
    [InlineData("privacy erase c-017 --township huimin --by x", "--reason")]
    [InlineData("privacy erase c-017 --township huimin --reason x", "--by")]
    [InlineData("privacy erase c-017 --reason x --by x", "--township")]
    [InlineData("state cadre/huimin/c-017 --keys sqlite:x", "--keys opens texts for a reader. Name the reader with --as TOWNSHIP/ID and --roles.")]
    [InlineData("export --to x --files csv --keys sqlite:x", "--keys opens texts for a reader. Name the reader with --as TOWNSHIP/ID and --roles.")]
    [InlineData("history cadre/huimin/c-017 --roles office", "--roles gives the roles of a reader. Name the reader with --as.")]
    [InlineData("history cadre/huimin/c-017 --as c-017", "--as must be TOWNSHIP/ID, for example huimin/c-017, not 'c-017'.")]
    [InlineData("history cadre/huimin/c-017 --as huimin/c-017 --roles office,mayor", "'mayor' is not a role; the roles are office, leader, cadre, supervisor, auditor, informant, citizen, system.")]
    [InlineData("privacy erase c-017 --township huimin --by x --reason \u3000", "--reason must not be empty.")]
    [InlineData("privacy adopt --by x", "--reason")]
    [InlineData("privacy adopt --reason x", "--by")]
    [InlineData("privacy list --township huimin --keys vault:x", "The location of the keys is not valid; expected sqlite:PATH|postgres:CONNECTION.")]
    [InlineData("state cadre/huimin/c-017 --as huimin/a-1 --roles auditor --keys vault:x", "The location of the keys is not valid; expected sqlite:PATH|postgres:CONNECTION.")]
    public async Task Wrong_usage_is_told_in_one_line(string arguments, string message) =>
        (await Ask(arguments.Split(' '))).Should().Match<Answer>(a => a.Exit == 2 && a.Output == "" && a.Error.Contains(message) && a.Error.TrimEnd('\n').IndexOf('\n') < 0);

    [Fact]
    public async Task Keys_that_are_not_there_are_told_and_none_are_made()
    {
        var missing = Path.Combine(_folder, "missing.db");
        (await Ask(["state", $"{Zhang}", "--keys", $"sqlite:{missing}", .. Auditor])).Should().Be(new Answer(3, "", $"township: The store cannot be opened: There is no vault of keys at '{missing}'.\n"));
        (await Ask("privacy", "list", "--township", "huimin", "--keys", $"sqlite:{missing}")).Exit.Should().Be(3);
        File.Exists(missing).Should().BeFalse();
    }

    [Fact]
    public async Task A_lost_vault_is_replaced_on_record_and_no_number_is_used_twice()
    {
        var file = Path.Combine(_folder, "township-keys.db");
        var lost = File.ReadAllBytes(file);
        File.Delete(file);
        (await Ask("privacy", "vault")).Should().Match<Answer>(a => a.Exit == 3 && a.Error.StartsWith("township: The store cannot be opened: There is no vault of keys at"));
        (await Adopt()).Should().Be(new Answer(0, $"The vault belongs to history {_history}; new keys are numbered from 2.\n", ""));
        (await Ask(["state", $"{Zhang}", "--keys", Keys, .. Auditor])).Output.Should().Contain("\"name\": \"[sealed]\"").And.NotContain("erased");
        await using (var keys = SqlitePersonalDataKeys.OpenExisting(file, TimeProvider.System, readOnly: false)) (await keys.Current(new("huimin", "c-017"))).Generation.Should().Be(2);

        File.WriteAllBytes(file, lost);
        (await Ask(["state", $"{Zhang}", "--keys", Keys, .. Auditor])).Output.Should().Contain("\"text\": \"张三\"");
        (await Adopt()).Exit.Should().Be(0);
        var lines = (await Ask("privacy", "vault")).Lines.Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        lines[0].Should().Be("History Keys from Time (Asia/Shanghai) By Reason");
        lines[1].Should().MatchRegex($"^{_history} 1 20[0-9: -]+ township a new store$");
        lines[2].Should().MatchRegex($"^{_history} 2 20[0-9: -]+ 王主任 硬盘已毁$");
        var json = JsonDocument.Parse((await Ask("privacy", "vault", "--format", "json")).Lines[1]).RootElement;
        json.EnumerateObject().Select(m => m.Name).Should().Equal("history", "firstKey", "at", "by", "reason");
        await Audited();
    }

    [Fact]
    public async Task The_vault_of_another_history_opens_nothing_and_is_not_adopted()
    {
        var (other, elsewhere) = (HistoryId.New(), Path.Combine(_folder, "other-keys.db"));
        await using (var keys = SqlitePersonalDataKeys.Open(elsewhere, TimeProvider.System)) await keys.Adopt(VaultAdoption.OfNewStore(other, TimeProvider.System.GetUtcNow()));
        foreach (var question in (string[][])[["state", $"{Zhang}", .. Auditor], ["history", $"{Zhang}", .. Auditor], ["privacy", "adopt", "--reason", "r", "--by", "b"]])
            (await Ask([.. question, "--keys", $"sqlite:{elsewhere}"])).Should().Match<Answer>(a => a.Exit == 3 && a.Output == "" && a.Error.TrimEnd('\n').IndexOf('\n') < 0
                && a.Error.Contains($"holds history {_history}") && a.Error.Contains($"'{elsewhere}' keeps the keys of history {other}") && a.Error.Contains("township privacy adopt"));
    }

    [Fact]
    public async Task On_PostgreSQL_it_is_the_same()
    {
        await using var database = await PostgresDatabase.Create();
        var place = $"postgres:{database.ConnectionString}";
        (await Shell.Township("schema", "keys", "--store", place)).Output.Should().Be("Schema township_keys: version 0; this program needs 1.\n");
        await database.Run((await Shell.Township("schema", "keys", "--print-sql")).Output);
        await using (var store = await PostgreSqlEventStore.Open(new() { ConnectionString = database.ConnectionString }, NullLogger<PostgreSqlEventStore>.Instance))
        await using (var keys = await PostgreSqlPersonalDataKeys.Open(database.ConnectionString, TimeProvider.System, migrate: false))
            await Play(store, keys);
        (await Shell.Township(["state", $"{Zhang}", "--store", place, "--keys", place, .. Auditor])).Output.Should().Contain("\"text\": \"张三\"");
        (await Shell.Township("privacy", "erase", "c-017", "--township", "huimin", "--reason", "r", "--by", "b", "--store", place)).Exit.Should().Be(0);
        (await Shell.Township(["state", $"{Zhang}", "--store", place, "--keys", place, .. Auditor])).Output.Should().Contain("\"erased\": true");
        (await Shell.Township("replay", "--store", place)).Exit.Should().Be(0);
        (await Shell.Township("privacy", "adopt", "--reason", "r", "--by", "b", "--store", place)).Should().Match<Answer>(a => a.Exit == 0 && a.Output.EndsWith("; new keys are numbered from 2.\n"));
        (await Shell.Township("privacy", "vault", "--store", place)).Lines.Should().HaveCount(2);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    Task<Answer> Ask(params string[] args) => Shell.Township([.. args, "--store", Store]);

    Task<Answer> Erase(string person) => Ask("privacy", "erase", person, "--township", "huimin", "--reason", "2026 年第 7 号申请", "--by", "王主任");

    Task<Answer> Adopt() => Ask("privacy", "adopt", "--reason", "硬盘已毁", "--by", "王主任");

    async Task Audited()
    {
        foreach (var command in (string[])["verify", "replay"]) (await Ask(command)).Should().Match<Answer>(a => a.Exit == 0 && a.Error == "");
    }

    static async Task Play(IEventStore store, IPersonalDataKeys keys)
    {
        await using var town = new Town(store, TownshipAggregates.All, keys);
        await town.Do(Post.Type, new("post", "huimin", "p-0"),
            new PostCommand.Establish("党委书记", "党委", PostLevel.TopLeader, ["主持全面工作"]), Roles.Office);
        await town.Do(Post.Type, new("post", "huimin", "p-1"),
            new PostCommand.Establish("农业办主任", "农业办", PostLevel.MiddleManager, ["农业生产"]), Roles.Office);
        await town.Do(Roster.Type, new("roster", "huimin", RosterKey.Id),
            new RosterCommand.Enter(["c-001", Zhang.Id]), Roles.Office);
        await town.Do(Cadre.Type, new("cadre", "huimin", "c-001"),
            new CadreCommand.Register("赵一", "p-0", null, new(2026, 1, 5)), Roles.Office);
        await town.Do(Cadre.Type, Zhang,
            new CadreCommand.Register("张三", "p-1", "c-001", new(2026, 1, 5)), Roles.Office);
    }
}
