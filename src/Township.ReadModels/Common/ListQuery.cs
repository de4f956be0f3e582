using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Township;

/// <summary>
/// A list in parts: the rows of a township that its reader may see and that fit, in the order of texts that together name one row, of which the next part follows the last.
/// </summary>
/// <param name="table">The table, as queries know it.</param>
/// <param name="scope">What the reader may see.</param>
/// <param name="readers">The persons and conditions of the aggregate's <see cref="ReadRule{TState}"/> as SQL, in which <c>@subject</c> is the reader.</param>
/// <param name="order">Texts by which the list is ordered; never null, together unique.</param>
/// <param name="newestFirst">Whether the order is reversed.</param>
sealed class ListQuery(string table, ListScope scope, IReadOnlyDictionary<string, string> readers, IReadOnlyList<string> order, bool newestFirst = false)
{
    readonly StringBuilder _conditions = new(
        scope.Only is { } only ? $"township = @township AND ({string.Join(" OR ", only.Select(name => readers[name]))})" : "township = @township");
    readonly List<(string Name, object? Value)> _values = scope.Only is null ? [("township", scope.Township)] : [("township", scope.Township), ("subject", scope.Subject)];

    /// <summary>Only rows for which this holds; every <c>?</c> stands for the value. Nothing where there is none.</summary>
    public ListQuery Where(string condition, object? value)
    {
        if (value is null) return this;
        _conditions.Append(" AND ").Append(condition.Replace("?", Parameter(value), StringComparison.Ordinal));
        return this;
    }

    /// <summary>Only rows with one of these names; nothing where none are given.</summary>
    public ListQuery In<T>(string column, IEnumerable<T>? names) where T : struct, Enum
    {
        if (names is null) return this;
        var parameters = names.Select(n => Parameter(n)).ToList();
        _conditions.Append(parameters is [] ? " AND 1 = 0" : $" AND {column} IN ({string.Join(", ", parameters)})");
        return this;
    }

    /// <summary>Only rows for which one row of another table, <c>p</c>, fits all that is given; nothing where nothing is.</summary>
    public ListQuery WhereAny(string other, string join, params ReadOnlySpan<(string Condition, object? Value)> conditions)
    {
        var before = _conditions.Length;
        foreach (var (condition, value) in conditions) Where(condition, value);
        if (_conditions.Length == before) return this;
        _conditions.Insert(before, $" AND EXISTS (SELECT 1 FROM {other} p WHERE {join}").Append(')');
        return this;
    }

    /// <summary>Reads a part.</summary>
    /// <param name="views">The views.</param>
    /// <param name="columns">What is read for an item.</param>
    /// <param name="page">Which part.</param>
    /// <param name="item">Makes an item of what was read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="QueryRefusedException">The page makes no sense.</exception>
    public async Task<PartOfList<T>> Read<T>(DbConnection views, string columns, PageRequest page, Func<Cells, T> item, CancellationToken cancellationToken)
    {
        var (limit, after) = (Continuation.Limit(page), Continuation.Read(page.After, order.Count));
        if (after is not null)
            _conditions.Append(CultureInfo.InvariantCulture, $" AND ({string.Join(", ", order)}) {(newestFirst ? '<' : '>')} ({string.Join(", ", after.Select(Parameter))})");
        var direction = newestFirst ? " DESC" : "";
        await using var query = views.Command(
            $"SELECT {string.Join(", ", order)}, {columns} FROM {table} WHERE {_conditions} ORDER BY {string.Join(", ", order.Select(o => o + direction))} LIMIT {limit + 1}",
            [.. _values]);
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        var (items, last, next) = (new List<T>(), (string[])[], (string?)null);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (items.Count == limit)
            {
                next = Continuation.Write(last);
                break;
            }

            var values = new object[rows.FieldCount];
            rows.GetValues(values);
            last = [.. values.Take(order.Count).Cast<string>()];
            items.Add(item(new Cells(values).Skip(order.Count)));
        }

        return new([.. items], next);
    }

    string Parameter(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"p{_values.Count}");
        _values.Add((name, ViewRow.Cell(value)));
        return "@" + name;
    }
}

/// <summary>Items of a list, and where the next part begins; null at the end.</summary>
public sealed record PartOfList<T>(EquatableList<T> Items, string? Next);
