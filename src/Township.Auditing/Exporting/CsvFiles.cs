using System.Globalization;
using CsvHelper;

namespace Township.Auditing;

/// <summary>A cell with a text, protected by <see cref="SpreadsheetText"/>, or a number.</summary>
readonly record struct CsvCell(string Written)
{
    public static implicit operator CsvCell(string text) => new(SpreadsheetText.Of(text));

    public static implicit operator CsvCell(long number) => new(number.ToString(CultureInfo.InvariantCulture));
}

/// <summary>
/// A CSV file as spreadsheets expect it: UTF-8 with a byte order mark, comma, CRLF, quotes where needed, no formulas, and texts
/// protected from conversion.
/// </summary>
abstract class CsvFile(string folder, string name, CultureInfo language, (string English, string Chinese)[] columns) : ExportFile(folder, name)
{
    static readonly CsvWriterOptions Options = new()
    {
        NewLine = "\r\n",
        WriteByteOrderMark = true,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    CsvWriter? _csv;

    protected override void Open(Stream stream)
    {
        _csv = CsvWriter.Create(stream, Options, leaveOpen: false);
        Row([.. columns.Select(c => (CsvCell)(language.TwoLetterISOLanguageName == "zh" ? c.Chinese : c.English))]);
    }

    protected void Row(params ReadOnlySpan<CsvCell> cells)
    {
        foreach (var cell in cells) _csv!.WriteField(cell.Written);
        _csv!.EndRecord();
    }

    protected override ValueTask Close() => _csv?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected static T? Readable<T>(Func<T> read) where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (Damage.Is(e))
        {
            return null;
        }
    }
}

/// <summary>One row per commit: who decided what, when, under which rules, and its hashes.</summary>
sealed class CommitsCsv(string folder, CultureInfo language) : CsvFile(folder, "commits.csv", language,
[
    ("position", "序号"), ("stream", "卷宗号"), ("first_version", "起始版本"), ("last_version", "末尾版本"), ("decided_at", "决定时间（UTC）"),
    ("actor", "经办人"), ("roles", "角色"), ("command", "办理事项"), ("command_schema", "办理事项格式版本"), ("command_id", "命令编号"),
    ("command_data", "办理内容"), ("events", "记录项数"), ("correlation_id", "关联编号"), ("causation_id", "起因编号"), ("rules_version", "规则版本"),
    ("policy_version", "政策版本"), ("calendar_version", "工作日历版本"), ("code_version", "程序版本"), ("facts", "所依据的事实"), ("hash", "哈希"),
    ("log_hash", "全局哈希"),
])
{
    public override Task Write(RecordedCommit commit)
    {
        var content = commit.Content;
        var actor = Readable(() => commit.Actor);
        Row(
            commit.Position, commit.Stream.ToString(), commit.FirstVersion, commit.LastVersion, CommitLine.Moment(commit),
            actor?.Subject ?? content.Actor.ToString(), string.Join(' ', actor?.Roles ?? []),
            content.CommandName, content.CommandSchema, content.CommandId.ToString(), content.CommandData.ToString(), content.EventCount,
            content.CorrelationId, content.CausationId, content.Rules.Rules, content.Rules.Policy, content.Rules.Calendar,
            content.Rules.Code,
            content.Facts.ToString(), commit.Hash.ToString(), commit.LogHash.ToString());
        Rows++;
        return Task.CompletedTask;
    }
}

/// <summary>One row per event: what happened, in which stream, when and by whom.</summary>
sealed class EventsCsv(string folder, CultureInfo language) : CsvFile(folder, "events.csv", language,
[
    ("position", "序号"), ("stream", "卷宗号"), ("category", "业务类别"), ("township", "乡镇"), ("version", "版本"), ("decided_at", "决定时间（UTC）"),
    ("actor", "经办人"), ("command", "办理事项"), ("event", "记录事项"), ("event_schema", "记录格式版本"), ("event_data", "内容"),
])
{
    public override Task Write(RecordedCommit commit)
    {
        var actor = Readable(() => commit.Actor)?.Subject ?? commit.Content.Actor.ToString();
        var stream = commit.Stream;
        // Damaged events are shown as stored, not omitted.
        IReadOnlyList<StoredMessage> events = Readable(() => commit.Events) ?? [new("", 0, commit.Content.Events)];
        foreach (var (index, e) in events.Index())
        {
            Row(
                commit.Position, stream.ToString(), stream.Category, stream.Township, commit.FirstVersion + index,
                CommitLine.Moment(commit), actor, commit.Content.CommandName, e.Name, e.Schema, e.Data.ToString());
            Rows++;
        }

        return Task.CompletedTask;
    }
}
