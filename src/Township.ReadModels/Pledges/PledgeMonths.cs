using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using static Township.Pledges.PledgeEvent;

namespace Township.Pledges;

/// <summary>
/// The table <c>pledge_months</c>: one row per cadre and month, with where the pledge stands. Dates are ISO texts, flags 0 or 1.
/// </summary>
public sealed class PledgeMonths : IProjection<DbTransaction>
{
    /// <summary>The table, as queries know it.</summary>
    public const string Table = "pledge_months";

    static readonly MessageCatalogue<PledgeEvent> Events = AggregateType<Pledge, PledgeCommand, PledgeEvent, PledgeView>.Instance.Events;

    public string Name => Table;

    public int Version => 1;

    public EquatableList<string> Tables => [Table];

    public Task Create(DbTransaction transaction, TableNames tables, CancellationToken cancellationToken) => transaction.Run(
        $"""
        CREATE TABLE {tables[Table]} (
            township TEXT NOT NULL, cadre TEXT NOT NULL, month TEXT NOT NULL,
            written_on TEXT, stated_on TEXT, pledged_on TEXT, released_on TEXT,
            late INTEGER NOT NULL DEFAULT 0, amended INTEGER NOT NULL DEFAULT 0, missed INTEGER NOT NULL DEFAULT 0,
            exemption TEXT, verdict TEXT,
            PRIMARY KEY (township, month, cadre))
        """, cancellationToken);

    public async Task Apply(DbTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, CancellationToken cancellationToken)
    {
        foreach (var commit in commits.Where(c => c.Stream.Category == Pledge.Category))
        {
            var id = PledgeId.Find(commit.Stream.Id) ?? throw new FormatException($"'{commit.Stream}' is not the stream of a pledge.");
            var row = new Row(transaction, tables[Table], commit.Stream.Township, id, cancellationToken);
            foreach (var stored in commit.Events) await Apply(row, Events.Deserialize(stored));
        }
    }

    static Task Apply(Row row, PledgeEvent e) => e switch
    {
        Written written => row.Set("written_on = @value", written.WrittenOn),
        // What was pledged counts again once it is pledged again.
        Rewritten rewritten => row.Set("written_on = @value, pledged_on = NULL, late = 0", rewritten.WrittenOn),
        StatementRecorded stated => row.Set("stated_on = @value", stated.StatedOn),
        Pledged pledged => row.Set($"pledged_on = @value, late = {(pledged.Late ? 1 : 0)}", pledged.PledgedOn),
        AmendmentApproved => row.Set("amended = amended + 1"),
        Exempted exempted => row.Set("exemption = @value", exempted.Kind),
        ExemptionRevoked => row.Set("exemption = NULL"),
        Released released => row.Set("released_on = @value", released.LeftOn),
        Missed => row.Set("missed = 1"),
        MissedReversed => row.Set("missed = 0"),
        Verified verified => row.Set("verdict = @value", verified.Verdict),
        VerificationReversed => row.Set("verdict = NULL"),
        DueDateFixed or AmendmentRequested or AmendmentRejected or Transferred or Observed => Task.CompletedTask,
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    sealed class Row(DbTransaction transaction, string table, string township, PledgeId id, CancellationToken cancellationToken)
    {
        public async Task Set(string change, object? value = null)
        {
            (string, object?)[] key = [("township", township), ("cadre", id.CadreId), ("month", id.Month.ToString())];
            await transaction.Run($"INSERT INTO {table} (township, cadre, month) VALUES (@township, @cadre, @month) ON CONFLICT DO NOTHING", cancellationToken, key);
            await transaction.Run(
                $"UPDATE {table} SET {change} WHERE township = @township AND cadre = @cadre AND month = @month", cancellationToken,
                value is null ? key : [.. key, ("value", Text(value))]);
        }

        static string Text(object value) => value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : $"{value}";
    }
}
