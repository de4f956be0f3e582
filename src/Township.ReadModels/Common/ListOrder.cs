using System.Globalization;
using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;

namespace Township;

/// <summary>
/// The order of a list: by a value that is never null, then by id. The next page begins after the last item of the previous one, so that
/// nothing is skipped or repeated when items are added or removed. Immutable; create one per list.
/// </summary>
/// <typeparam name="TRow">The row of a table with one row per stream.</typeparam>
public abstract class ListOrder<TRow> where TRow : class
{
    private protected ListOrder() { }

    /// <summary>Reads one page of rows.</summary>
    /// <exception cref="QueryRefusedException">The page request is not valid.</exception>
    internal abstract Task<(EquatableList<TRow> Items, string? Next)> Read(
        IQueryable<TRow> rows, PageRequest page, CancellationToken cancellationToken);
}

/// <summary>Creates orders.</summary>
public static class ListOrder
{
    /// <summary>Orders by a value, ascending, then by id.</summary>
    public static ListOrder<TRow> By<TRow, TKey>(Expression<Func<TRow, TKey>> value) where TRow : class =>
        new Keyset<TRow, TKey>(value, descending: false);

    /// <summary>Orders by a value, descending, then by id.</summary>
    public static ListOrder<TRow> ByLast<TRow, TKey>(Expression<Func<TRow, TKey>> value) where TRow : class =>
        new Keyset<TRow, TKey>(value, descending: true);

    sealed class Keyset<TRow, TKey> : ListOrder<TRow> where TRow : class
    {
        readonly Expression<Func<TRow, TKey>> _value;
        readonly Expression<Func<TRow, string>> _id;
        readonly Func<TRow, TKey> _valueOf;
        readonly RowTable _table = RowMapping.TableOf(typeof(TRow));
        readonly ColumnType _type;
        readonly bool _descending;

        public Keyset(Expression<Func<TRow, TKey>> value, bool descending)
        {
            if (_table.Key != 2)
                throw new SetupException($"{typeof(TRow).Name} has several rows per stream: a list needs a table with one row per stream.");
            _type = ColumnType.Of(typeof(TKey))
                ?? throw new SetupException($"{typeof(TRow).Name} cannot be ordered by a {typeof(TKey).Name}.");
            (_value, _valueOf, _descending) = (value, value.Compile(), descending);
            _id = Expression.Lambda<Func<TRow, string>>(
                Expression.Property(value.Parameters[0], _table.Columns[1].Property), value.Parameters[0]);
        }

        internal override async Task<(EquatableList<TRow> Items, string? Next)> Read(
            IQueryable<TRow> rows, PageRequest page, CancellationToken cancellationToken)
        {
            var limit = Continuation.Limit(page);
            if (page.After is not null)
                rows = rows.Where(Continuation.Read(page.After, texts => Behind((TKey)_type.Read(texts[0]), texts[1]), count: 2));
            var ordered = _descending ? rows.OrderByDescending(_value).ThenByDescending(_id) : rows.OrderBy(_value).ThenBy(_id);
            var found = await ordered.Take(limit + 1).ToListAsync(cancellationToken);
            var next = found.Count > limit ? PlaceOf(found[limit - 1]) : null;
            return ([.. found.Take(limit).Select(row => (TRow)_table.Listed(row))], next);
        }

        string PlaceOf(TRow row) =>
            Continuation.Write(
                [Convert.ToString(ColumnType.Cell(_valueOf(row)), CultureInfo.InvariantCulture)!, (string)_table.KeyOf(row)[1]]);

        Expression<Func<TRow, bool>> Behind(TKey value, string id)
        {
            // Variables become parameters of the statement; constants would need another statement for each value.
            Expression<Func<Sql.SqlRow<TKey, string>>> there = () => Sql.Row(value, id);
            var here = Expression.Call(typeof(Sql), nameof(Sql.Row), [typeof(TKey), typeof(string)], _value.Body, _id.Body);
            return Expression.Lambda<Func<TRow, bool>>(
                _descending ? Expression.LessThan(here, there.Body) : Expression.GreaterThan(here, there.Body), _value.Parameters);
        }
    }
}
