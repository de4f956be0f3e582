using System.Text.Json;

namespace Township.Cli.Tests;

/// <summary>A SQLite store with the hearing of <see cref="HearingScene"/>.</summary>
public sealed class SongfanFile : StoreFile
{
    protected override Task Play(IEventStore store) => HearingScene.Play(store, new MemoryPersonalDataKeys(TimeProvider.System));
}

/// <summary><c>township minutes</c>: what it writes, and when it writes nothing.</summary>
public sealed class MinutesTests(SongfanFile store) : IClassFixture<SongfanFile>
{
    const string Hearing = "hearing/songfan/2026-01";

    Task<Answer> Print(params string[] args) => Shell.Township(["minutes", .. args, "--store", store.Option]);

    string NewFile(string ending) => Path.Combine(store.Folder, $"{Guid.CreateVersion7():N}{ending}");

    async Task<string> Printed(string ending, params string[] args)
    {
        var file = NewFile(ending);
        (await Print([Hearing, "--to", file, .. args])).Should().Match<Answer>(a => a.Exit == 0 && a.Error == "");
        return await File.ReadAllTextAsync(file);
    }

    [Theory]
    [InlineData(".md", "# 宋畈乡效能听证会笔录\n")]
    [InlineData(".html", "<!DOCTYPE html>\n<html lang=\"zh-CN\">")]
    public async Task The_format_follows_from_the_ending(string ending, string begin)
    {
        var (once, again) = (await Printed(ending), await Printed(ending));
        once.Should().StartWith(begin).And.Contain("种粮大户代表2号").And.Be(again);
    }

    [Fact]
    public async Task The_answer_names_the_file_and_the_history()
    {
        var file = NewFile(".html");
        var answer = await Print(Hearing, "--to", file, "--format", "json");
        using var json = JsonDocument.Parse(answer.Output);
        json.RootElement.GetProperty("file").GetString().Should().Be(file);
        json.RootElement.GetProperty("bytes").GetInt64().Should().Be(new FileInfo(file).Length);
        json.RootElement.GetProperty("sha256").GetString().Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(file))));
        (await File.ReadAllTextAsync(file)).Should().Contain(json.RootElement.GetProperty("hash").GetString());
        (await Print(Hearing, "--to", NewFile(".md"))).Lines[0].Should().StartWith("Stream                   Version  File");
    }

    [Fact]
    public async Task As_of_a_moment_or_a_version()
    {
        (await Printed(".md", "--at", "2026-03-10 09:10")).Should().Contain("正在召开");
        (await Printed(".md", "--version", "1")).Should().Contain("尚未列入议题");
    }

    [Fact]
    public async Task The_public_edition_holds_no_citizens_name() =>
        (await Printed(".html", "--public")).Should().NotContainAny(HearingScene.Villagers).And.Contain("公开版").And.Contain("--public");

    [Fact]
    public async Task An_existing_file_is_kept_unless_it_is_said_otherwise()
    {
        var file = NewFile(".md");
        await File.WriteAllTextAsync(file, "signed");
        (await Print(Hearing, "--to", file, "--culture", "zh-CN")).Should().Be(new Answer(2, "", $"township: “{file}”已经存在；如要覆盖，请加 --force。\n"));
        (await File.ReadAllTextAsync(file)).Should().Be("signed");
        (await Print(Hearing, "--to", file, "--force")).Exit.Should().Be(0);
        (await File.ReadAllTextAsync(file)).Should().StartWith("# 宋畈乡");
    }

    [Theory]
    [InlineData("--to out.pdf", "--to must end with .md or .html, not 'out.pdf'.")]
    [InlineData("--to out", "--to must end with .md or .html, not 'out'.")]
    [InlineData("", "--to")]
    [InlineData("--to a.md --version 1 --at 2026-03-10T09:00", "Use --version or --at, not both.")]
    [InlineData("--to a.md --version 999", "hearing/songfan/2026-01 has no version 999; its versions are 1 to ")]
    [InlineData("--to a.md --at 2020-01-01T00:00", "hearing/songfan/2026-01 had no history then.")]
    [InlineData("--to no-such-folder/a.md", "Cannot write 'no-such-folder/a.md'")]
    public async Task What_makes_no_sense_is_one_line_and_writes_nothing(string args, string message)
    {
        var answer = await Shell.Township(["minutes", Hearing, .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--store", store.Option]);
        answer.Should().Match<Answer>(a => a.Exit == 2 && a.Output == "").And.Match<Answer>(a => a.Error.Contains(message) && a.Error.TrimEnd('\n').Split('\n').Length == 1);
        File.Exists("a.md").Should().BeFalse();
    }

    [Theory]
    [InlineData("hearing/songfan/2026-02", "There is no stream hearing/songfan/2026-02.")]
    [InlineData("cadre/songfan/c-001", "cadre/songfan/c-001 is not a hearing.")]
    public async Task Only_hearings_have_minutes(string stream, string message) =>
        (await Print(stream, "--to", NewFile(".md"))).Should().Be(new Answer(2, "", $"township: {message}\n"));

    [Fact]
    public async Task From_a_changed_history_nothing_is_written()
    {
        var file = NewFile(".html");
        var changed = store.Tampered("UPDATE commits SET events = replace(events, '集镇停车位划设', '集镇停车位取消') WHERE instr(events, '集镇停车位划设') > 0");
        var answer = await Shell.Township("minutes", Hearing, "--to", file, "--store", changed);
        answer.Should().Match<Answer>(a => a.Exit == 1 && a.Output == "" && a.Error.Contains("[commit-hash]"));
        Directory.EnumerateFiles(store.Folder, Path.GetFileName(file) + "*").Should().BeEmpty();
    }

    [Fact]
    public async Task Replay_leads_to_the_same_events() => (await Shell.Township("replay", "--store", store.Option)).Exit.Should().Be(0);
}
