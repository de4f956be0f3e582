using Spectre.Console;

namespace Township.Cli;

/// <summary>
/// Tables of any length. A terminal gets frames, a pipe gets columns of spaces that grep and awk can use. Widths are
/// those of a terminal, where a Chinese character takes two columns. Rows are written in blocks, so that a million
/// streams need no memory; the first block fixes the widths.
/// </summary>
static class Tables
{
    const int Block = 1000;

    public static async Task Write(Screen screen, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<string>> rows)
    {
        var plain = new PlainColumns(headers);
        await foreach (var block in rows.Chunk(Block))
        {
            if (screen.IsTerminal) screen.Terminal.Write(Framed(headers, block));
            else foreach (var row in plain.Fit(block)) screen.Line(row);
        }

        if (!screen.IsTerminal && plain.IsEmpty) screen.Line(plain.Fit([]).Single());
    }

    static Table Framed(IReadOnlyList<string> headers, IReadOnlyList<string>[] rows)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var header in headers) table.AddColumn(new TableColumn(new Text(header, new Style(decoration: Decoration.Bold))));
        foreach (var row in rows) table.AddRow(row.Select(cell => new Text(Screen.Plain(cell))));
        return table;
    }
}

/// <summary>Columns of spaces, without frames.</summary>
sealed class PlainColumns(IReadOnlyList<string> headers)
{
    int[]? _widths;

    public bool IsEmpty => _widths is null;

    /// <summary>The rows as lines; before the first ones the headers.</summary>
    public IEnumerable<string> Fit(IReadOnlyList<string>[] rows)
    {
        if (_widths is null)
        {
            _widths = [.. headers.Select((h, i) => rows.Select(r => r[i]).Append(h).Max(Screen.WidthOf))];
            yield return Line(headers);
        }

        foreach (var row in rows) yield return Line(row);
    }

    // The last column is not padded: no spaces at the ends of lines.
    string Line(IReadOnlyList<string> cells) => string.Concat(cells.Select((cell, i) =>
        i == cells.Count - 1 ? cell : cell + new string(' ', Math.Max(0, _widths![i] - Screen.WidthOf(cell)) + 2)));
}
