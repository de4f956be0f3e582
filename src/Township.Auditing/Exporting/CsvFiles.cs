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
abstract class CsvFile(string folder, string name, string[] columns) : ExportFile(folder, name)
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
        Row([.. columns]);
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

/// <summary>One row per commit: the decision, its time, actor and rules, and its hashes.</summary>
sealed class CommitsCsv(string folder) : CsvFile(folder, "commits.csv",
[
    "position", "stream", "first_version", "last_version", "decided_at", "actor", "roles", "command", "command_schema", "command_id",
    "command_data",
    "events", "correlation_id", "causation_id", "rules_version", "policy_version", "calendar_version", "code_version", "facts", "hash",
    "log_hash",
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

/// <summary>One row per event: the event, its stream, time and actor.</summary>
sealed class EventsCsv(string folder) : CsvFile(folder, "events.csv",
    ["position", "stream", "category", "township", "version", "decided_at", "actor", "command", "event", "event_schema", "event_data"])
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
