using System.Globalization;

namespace Township;

/// <summary>The rows of a stream as texts, one per row, without what is null: <c>promises township=huimin promise=2026-01.1 step=Made …</c>.</summary>
static class RowFold
{
    /// <summary>The rows after these events; after each one they are also stored, read and found to be the same.</summary>
    public static IReadOnlyList<string> Of<TRows, TEvent>(string stream, params TEvent[] events) where TRows : class, IStreamRows<TRows, TEvent>
    {
        var rows = New<TRows, TEvent>(stream);
        foreach (var e in events)
        {
            rows = rows.After(e);
            ReadAgain<TRows, TEvent>(stream, rows).Rows.Should().BeEquivalentTo(rows.Rows, $"rows are read as they were written, after {e}");
        }

        return [.. rows.Rows.Select(Show)];
    }

    public static TRows New<TRows, TEvent>(string stream) where TRows : class, IStreamRows<TRows, TEvent> => TRows.From(TRows.KeyOf(StreamId.Parse(stream)), _ => []);

    static TRows ReadAgain<TRows, TEvent>(string stream, TRows rows) where TRows : class, IStreamRows<TRows, TEvent> => TRows.From(
        TRows.KeyOf(StreamId.Parse(stream)),
        table => rows.Rows.Where(r => r.Table == table).Select(r => new Cells([.. r.Values.Select(v => v ?? DBNull.Value)])));

    public static string Show(ViewRow row) => string.Join(
        " ", row.Table.Columns.Zip(row.Values).Where(c => c.Second is not null).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.First}={c.Second}")).Prepend(row.Table.Name));
}
