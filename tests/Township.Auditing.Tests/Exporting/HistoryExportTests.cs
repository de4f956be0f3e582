using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Township.Auditing.Tests;

public sealed class HistoryExportTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("township-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_hashes_can_be_recomputed_from_the_lines_alone()
    {
        await HistoryExport.Write(new CommitList(await AccountHistory.Commits()), _folder, ExportFormat.JsonLines);
        var (log, heads) = (CommitHash.Zero, new Dictionary<string, CommitHash>());
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(_folder, "commits.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var commit = document.RootElement;
            var hash = CommitHash.OfCommit(heads.GetValueOrDefault(Text("stream"), CommitHash.Zero), StreamId.Parse(Text("stream")), Number("firstVersion"), new()
            {
                CommandId = Guid.Parse(Text("commandId")),
                CommandName = Text("commandName"),
                CommandSchema = (int)Number("commandSchema"),
                CommandData = Raw("commandData"),
                Actor = Raw("actor"),
                CorrelationId = Text("correlationId"),
                CausationId = Text("causationId"),
                DecidedAtMicros = Number("decidedAtMicros"),
                Rules = new((int)Number("rulesVersion"), Text("policyVersion"), Text("calendarVersion"), Text("codeVersion")),
                Facts = Raw("facts"),
                Events = Raw("events"),
                EventCount = (int)Number("eventCount"),
            });
            log = CommitHash.OfLog(log, Number("position"), hash);
            (hash.ToString(), log.ToString()).Should().Be((Text("hash"), Text("logHash")));
            heads[Text("stream")] = hash;

            string Text(string name) => commit.GetProperty(name).GetString()!;
            long Number(string name) => commit.GetProperty(name).GetInt64();
            JsonBytes Raw(string name) => new(JsonMarshal.GetRawUtf8Value(commit.GetProperty(name)).ToArray());
        }
    }

    [Fact]
    public async Task The_result_names_the_files_with_their_rows_and_hashes()
    {
        var commits = await AccountHistory.Commits();
        var result = await HistoryExport.Write(new CommitList(commits), _folder, ExportFormat.Csv);
        result.Head.Should().Be(new Checkpoint(AccountHistory.Id, commits[5].LogHead));
        result.Files.Select(f => (f.Name, f.Rows)).Should().Equal(("commits.csv", 6), ("events.csv", 7));
        foreach (var file in result.Files)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(_folder, file.Name));
            (file.Bytes, file.Sha256).Should().Be((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }
    }

    [Fact]
    public async Task A_damaged_part_is_given_as_its_bytes()
    {
        var commits = (await AccountHistory.Commits()).Forge(2, c => c with { Events = JsonBytes.From("[\n]"), Actor = new(new byte[] { 0xFF }) });
        await HistoryExport.Write(new CommitList(commits), _folder, ExportFormat.JsonLines);
        var lines = await File.ReadAllLinesAsync(Path.Combine(_folder, "commits.jsonl"));
        lines.Should().HaveCount(6);
        lines[1].Should().Contain("\"events\":{\"$base64\":\"Wwpd\"}").And.Contain("\"actor\":{\"$base64\":\"/w==\"}");
    }

    [Fact]
    public async Task Spreadsheets_read_the_csv_as_text_in_UTF_8()
    {
        var commits = (await AccountHistory.Commits()).Forge(2, c => c with { CorrelationId = "=HYPERLINK(\"http://x\")", CausationId = "\uFF1D1+1", CommandName = "@x" });
        await HistoryExport.Write(new CommitList(commits), _folder, ExportFormat.Csv);
        (await File.ReadAllBytesAsync(Path.Combine(_folder, "commits.csv"))).Take(3).Should().Equal(Encoding.UTF8.Preamble.ToArray());
        var lines = (await File.ReadAllTextAsync(Path.Combine(_folder, "commits.csv"))).Split("\r\n");
        lines[0].Should().Be("position,stream,first_version,last_version,decided_at,actor,roles,command,command_schema,command_id,command_data,events,correlation_id,causation_id,rules_version,policy_version,calendar_version,code_version,facts,hash,log_hash");
        lines[2].Should().StartWith("2,account/huimin/a,2,2,'2026-03-02T03:00:00.000000Z,c-001,clerk,'@x,1,").And.Contain("\"'=HYPERLINK(\"\"http://x\"\")\",'\uFF1D1+1,");
    }

    [Fact]
    public async Task Every_event_has_a_row_with_its_version()
    {
        await HistoryExport.Write(new CommitList(await AccountHistory.Commits()), _folder, ExportFormat.Csv);
        var lines = (await File.ReadAllTextAsync(Path.Combine(_folder, "events.csv"))).TrimStart('\uFEFF').Split("\r\n");
        lines[0].Should().Be("position,stream,category,township,version,decided_at,actor,command,event,event_schema,event_data");
        lines[6].Should().Be("5,account/huimin/a,account,huimin,4,'2026-03-02T06:00:00.000000Z,c-001,account.withdraw,account.emptied,1,\"{\"\"at\"\":\"\"2026-03-02T06:00:00+00:00\"\"}\"");
    }

    [Fact]
    public async Task An_export_is_never_overwritten_and_never_half_there()
    {
        var commits = new CommitList(await AccountHistory.Commits());
        await HistoryExport.Write(commits, _folder, ExportFormat.JsonLines);
        await FluentActions.Awaiting(() => HistoryExport.Write(commits, _folder, ExportFormat.JsonLines)).Should().ThrowAsync<IOException>();
        using var stopped = new CancellationTokenSource();
        var progress = new Stopping(stopped);
        await FluentActions.Awaiting(() => HistoryExport.Write(commits, _folder, ExportFormat.Csv, progress, cancellationToken: stopped.Token)).Should().ThrowAsync<OperationCanceledException>();
        Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Should().Equal("commits.jsonl");
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_missing_and_named()
    {
        var result = await HistoryExport.Write(new CommitList(await AccountHistory.Commits(), null, 3), _folder, ExportFormat.JsonLines);
        result.Unreadable.Select(Findings.Line).Should().Equal("row-unreadable @3");
        result.Files.Should().ContainSingle().Which.Rows.Should().Be(5);
    }

    sealed class Stopping(CancellationTokenSource stop) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value) => stop.Cancel();
    }
}
