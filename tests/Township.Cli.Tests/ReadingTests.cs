using System.Text.Json;

namespace Township.Cli.Tests;

/// <summary>What the reading commands print in a pipe, character for character.</summary>
public sealed class ReadingTests(StoreFile store) : IClassFixture<StoreFile>
{
    Task<Answer> Ask(params string[] args) => Shell.Township([.. args, "--store", store.Option]);

    [Fact]
    public async Task Streams_are_listed_with_aligned_columns()
    {
        var answer = await Ask("streams");
        (answer.Exit, answer.Error).Should().Be((0, ""));
        answer.Lines.Select(l => l.Length > 64 ? l[..^64] : l).Should().Equal(
            "Stream                       Version  Hash",
            "cadre/huimin/张三            1        ",
            "draw/huimin/meeting.2026-01  2        ",
            "draw/huimin/meeting.2026-02  2        ",
            "draw/huimin/meeting.2026-03  1        ",
            "meeting/huimin/2026-01       1        ",
            "meeting/huimin/2026-02       1        ",
            "meeting/huimin/2026-03       1        ",
            "post/huimin/p-1              1        ",
            "roster/huimin/cadres         1        ",
            "township/huimin/main         2        ");
    }

    [Fact]
    public async Task Streams_of_one_category_only()
    {
        (await Ask("streams", "--category", "draw")).Lines.Should().HaveCount(4);
        (await Ask("streams", "--category", "pledge")).Should().Be(new Answer(0, "Stream  Version  Hash\n", ""));
    }

    [Fact]
    public async Task Streams_as_JSON_are_one_object_per_line() =>
        (await Ask("streams", "--format", "json")).Lines.Select(l => Members(l)).Should().AllBe("stream:String version:Number hash:String").And.HaveCount(10);

    [Fact]
    public async Task History_is_one_line_per_event()
    {
        var answer = await Ask("history", DrawHistory.Void.ToString(), "--culture", "zh-CN");
        answer.Lines.Should().HaveCount(3);
        answer.Lines[0].Should().Be("版本  时间（北京）         经办人           办理事项        规则版本  记录事项          内容");
        answer.Lines[2].Should().Be("2     2026-03-02 12:00:00  c-002（效能办）  抽签作废        1         抽签已作废        {\"reason\":\"〔密〕\",\"seedPublic\":false}");
    }

    [Fact]
    public async Task History_as_JSON_has_everything_that_is_stored()
    {
        var answer = await Ask("history", DrawHistory.Drawn.ToString(), "--format", "json");
        answer.Lines.Should().HaveCount(2);
        answer.Lines.Select(Members).Should().AllBe("position:Number stream:String firstVersion:Number eventCount:Number commandId:String commandName:String commandSchema:Number "
            + "commandData:Object actor:Object correlationId:String causationId:String decidedAtMicros:Number decidedAt:String rulesVersion:Number policyVersion:String calendarVersion:String "
            + "codeVersion:String facts:Array events:Array hash:String logHash:String");
    }

    [Theory]
    [InlineData("--version 1", "draw/huimin/meeting.2026-01 version 1 (2026-03-02 10:00:00)", "frozen")]
    [InlineData("--version 0", "draw/huimin/meeting.2026-01 version 0 (before the first event)", "open")]
    [InlineData("--at 2026-03-02T12:59", "draw/huimin/meeting.2026-01 version 1 (2026-03-02 10:00:00)", "frozen")]
    [InlineData("--at 2026-03-02T13:00", "draw/huimin/meeting.2026-01 version 2 (2026-03-02 13:00:00)", "drawn")]
    [InlineData("--at 2026-03-02T04:59:59Z", "draw/huimin/meeting.2026-01 version 1 (2026-03-02 10:00:00)", "frozen")]
    [InlineData("--at 2026-03-02T05:00:00+00:00", "draw/huimin/meeting.2026-01 version 2 (2026-03-02 13:00:00)", "drawn")]
    [InlineData("--at 1999-01-01T00:00", "draw/huimin/meeting.2026-01 version 0 (before the first event)", "open")]
    [InlineData("", "draw/huimin/meeting.2026-01 version 2 (2026-03-02 13:00:00)", "drawn")]
    public async Task The_state_at_a_version_or_moment_is_shown(string when, string title, string status)
    {
        var answer = await Ask(["state", DrawHistory.Drawn.ToString(), .. when.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        (answer.Exit, answer.Lines[0]).Should().Be((0, title));
        answer.Lines[1].Should().Be($"Status: {(status == "frozen" ? "candidates fixed" : status)}");
        answer.Output.Should().Contain($"\"status\": \"{status}\"");
    }

    [Fact]
    public async Task The_state_as_JSON_is_one_document()
    {
        var answer = await Ask("state", DrawHistory.Void.ToString(), "--format", "json");
        Members(answer.Output).Should().Be("stream:String version:Number decidedAt:String view:Object");
        answer.Output.Should().Contain("\"decidedAt\": \"2026-03-02T04:00:00.000000Z\"").And.Contain("\"voidReason\": {").And.Contain("\"draw.meeting.2026-02\": 1");
    }

    [Fact]
    public async Task A_difference_names_paths_with_before_and_after()
    {
        var answer = await Ask("diff", DrawHistory.Void.ToString(), "--from", "1", "--to", "2", "--culture", "zh-CN");
        answer.Should().Be(new Answer(0, """
            项目         之前              之后
            /status      候选人名单已确定  已作废
            /voidReason  null              "〔密〕 fWAhg3"

            """, ""));
        (await Ask("diff", DrawHistory.Void.ToString(), "--from", "1", "--to", "1")).Output.Should().Be("The states are the same.\n");
    }

    [Fact]
    public async Task A_difference_as_JSON_is_one_document()
    {
        var answer = await Ask("diff", DrawHistory.Void.ToString(), "--from", "1", "--to", "2", "--format", "json");
        Members(answer.Output).Should().Be("stream:String from:Number to:Number changes:Array");
        using var document = JsonDocument.Parse(answer.Output);
        document.RootElement.GetProperty("changes").EnumerateArray().Select(c => c.ToString()).Should().HaveCount(2);
    }

    [Fact]
    public async Task The_export_is_written_and_named()
    {
        var folder = Path.Combine(store.Folder, "export");
        var answer = await Ask("export", "--to", folder, "--files", "csv", "--format", "json");
        Members(answer.Output).Should().Be("head:String files:Array unreadable:Array");
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order().Should().Equal("commits.csv", "events.csv");
        var again = await Ask("export", "--to", folder, "--files", "csv");
        (again.Exit, again.Output).Should().Be((2, ""));
    }

    [Fact]
    public async Task Headings_of_a_spreadsheet_are_in_the_readers_language()
    {
        foreach (var (culture, heading) in ((string, string)[])[("zh-CN", "序号,卷宗号,业务类别,乡镇,版本,决定时间（UTC）,经办人,办理事项,记录事项,记录格式版本,内容"), ("en", "position,stream,category,township,")])
        {
            var folder = Path.Combine(store.Folder, $"headings-{culture}");
            (await Ask("export", "--to", folder, "--files", "csv", "--culture", culture)).Exit.Should().Be(0);
            (await File.ReadAllLinesAsync(Path.Combine(folder, "events.csv")))[0].Should().StartWith(heading);
        }
    }

    [Fact]
    public async Task The_language_is_that_of_the_environment()
    {
        foreach (var (lang, header) in ((string, string)[])[("zh_CN.UTF-8", "卷宗"), ("en_US.UTF-8", "Stream"), ("de_DE.UTF-8", "Stream")])
            (await Shell.Process(new Dictionary<string, string> { ["LANG"] = lang }, null, "streams", "--store", store.Option)).Lines[0].Should().StartWith(header, lang);
    }

    static string Members(string json)
    {
        using var document = JsonDocument.Parse(json);
        return string.Join(' ', document.RootElement.EnumerateObject().Select(m => $"{m.Name}:{m.Value.ValueKind}"));
    }
}
