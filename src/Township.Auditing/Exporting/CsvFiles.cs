using System.Globalization;
using CsvHelper;

namespace Township.Auditing;

/// <summary>A CSV file as spreadsheets expect it: UTF-8 with a byte order mark, comma, CRLF, quotes where needed, no formulas.</summary>
abstract class CsvFile(string folder, string name, string[] columns) : ExportFile(folder, name)
{
    // What OWASP lists as the start of a formula; the writer escapes it.
    const string FormulaStarts = "=+-@\t\r\n";

    // The same as a Chinese input method writes them; some spreadsheets take these for formulas too.
    const string FullWidthFormulaStarts = "\uFF1D\uFF0B\uFF0D\uFF20";

    static readonly CsvWriterOptions Options = new()
    {
        NewLine = "\r\n",
        WriteByteOrderMark = true,
        FormatProvider = CultureInfo.InvariantCulture,
        Injection = CsvInjection.Escape,
        InjectionCharacters = FormulaStarts,
        InjectionEscape = '\'',
    };

    CsvWriter? _csv;

    protected override void Open(Stream stream)
    {
        _csv = CsvWriter.Create(stream, Options, leaveOpen: false);
        Row(columns);
    }

    protected void Row(params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) _csv!.WriteField(cell is [var first, ..] && FullWidthFormulaStarts.Contains(first) ? "'" + cell : cell);
        _csv!.EndRecord();
    }

    protected override ValueTask Close() => _csv?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

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
sealed class CommitsCsv(string folder) : CsvFile(folder, "commits.csv",
[
    "position", "stream", "first_version", "last_version", "decided_at", "actor", "roles", "command", "command_schema", "command_id", "command_data",
    "events", "correlation_id", "causation_id", "rules_version", "policy_version", "calendar_version", "code_version", "facts", "hash", "log_hash",
])
{
    public override Task Write(RecordedCommit commit)
    {
        var content = commit.Content;
        var actor = Readable(() => commit.Actor);
        Row(
            Number(commit.Position), commit.Stream.ToString(), Number(commit.FirstVersion), Number(commit.LastVersion), CommitLine.Moment(commit),
            actor?.Subject ?? content.Actor.ToString(), string.Join(' ', actor?.Roles ?? []),
            content.CommandName, Number(content.CommandSchema), content.CommandId.ToString(), content.CommandData.ToString(), Number(content.EventCount),
            content.CorrelationId, content.CausationId, Number(content.Rules.Rules), content.Rules.Policy, content.Rules.Calendar, content.Rules.Code,
            content.Facts.ToString(), commit.Hash.ToString(), commit.LogHash.ToString());
        Rows++;
        return Task.CompletedTask;
    }
}

/// <summary>One row per event: what happened, in which stream, when and by whom.</summary>
sealed class EventsCsv(string folder) : CsvFile(folder, "events.csv",
    ["position", "stream", "category", "township", "id", "version", "decided_at", "actor", "command", "event", "event_schema", "event_data"])
{
    public override Task Write(RecordedCommit commit)
    {
        var actor = Readable(() => commit.Actor)?.Subject ?? commit.Content.Actor.ToString();
        var stream = commit.Stream;
        // Damaged events are shown as they are stored rather than left out.
        IReadOnlyList<StoredMessage> events = Readable(() => commit.Events) ?? [new("", 0, commit.Content.Events)];
        foreach (var (index, e) in events.Index())
        {
            Row(
                Number(commit.Position), stream.ToString(), stream.Category, stream.Township, stream.Id, Number(commit.FirstVersion + index),
                CommitLine.Moment(commit), actor, commit.Content.CommandName, e.Name, Number(e.Schema), e.Data.ToString());
            Rows++;
        }

        return Task.CompletedTask;
    }
}
