using System.Linq.Expressions;

namespace Township;

/// <summary>
/// Answers queries of a township, to those who may read the aggregates that are listed. The grain's key is the township. A deriving grain
/// is a <see cref="Orleans.Concurrency.StatelessWorkerAttribute"/> and says its filters; pages, position and readers are seen to here.
/// </summary>
/// <typeparam name="TState">The aggregate.</typeparam>
/// <typeparam name="TRow">Its rows that are listed.</typeparam>
public abstract class QueriesGrain<TState, TRow>(ReadModelReader reader, ReadRule<TState> reading) : Grain
    where TState : class
    where TRow : class
{
    /// <summary>
    /// Which rows a person or condition of the rule opens to a reader. Needed for every one that the rule names for lists.
    /// </summary>
    /// <param name="name">The name of the person or condition.</param>
    /// <param name="subject">The reader's id.</param>
    /// <param name="tables">Other tables, for conditions that rest on them.</param>
    protected virtual Expression<Func<TRow, bool>> SeenBy(string name, string subject, ReadModelTables tables) =>
        throw new InvalidOperationException($"{GetType().Name} does not say which rows '{name}' of the rule opens: override {nameof(SeenBy)}.");

    /// <summary>A part of the rows that the caller may see and that fit.</summary>
    /// <param name="order">The order.</param>
    /// <param name="page">Which part.</param>
    /// <param name="where">Which rows fit, of those of the township.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="QueryRefusedException">The caller may see nothing of it, or the page makes no sense.</exception>
    /// <exception cref="ReadModelsUnavailableException">There is nothing to read.</exception>
    protected Task<Page<TRow>> Read(
        ListOrder<TRow> order, PageRequest page, Func<IQueryable<TRow>, ReadModelTables, IQueryable<TRow>> where, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(where);
        var (scope, refusal) = reading.InList(this.GetPrimaryKeyString(), CallerContext.Current?.Actor ?? Actor.Anonymous);
        return scope is not null
            ? reader.Read<TRow>(tables => order.Read(where(Seen(scope, tables), tables), page, cancellationToken), cancellationToken)
            : throw new QueryRefusedException(refusal!);
    }

    IQueryable<TRow> Seen(ListScope scope, ReadModelTables tables)
    {
        var rows = tables.Of<TRow>().Where(RowQueries.OfTownship<TRow>(scope.Township));
        return scope.Only is { } only ? rows.Where(RowQueries.Any([.. only.Select(name => SeenBy(name, scope.Subject, tables))])) : rows;
    }
}

/// <summary>What queries are put together from.</summary>
public static class RowQueries
{
    /// <summary>Only rows for which this holds, where something is asked for; all rows where it is null.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="asked">What a filter asks for.</param>
    /// <param name="condition">What must hold then.</param>
    public static IQueryable<TRow> WhereAsked<TRow>(this IQueryable<TRow> rows, object? asked, Expression<Func<TRow, bool>> condition) =>
        asked is null ? rows : rows.Where(condition);

    internal static Expression<Func<TRow, bool>> OfTownship<TRow>(string township)
    {
        Expression<Func<string>> value = () => township;
        var row = Expression.Parameter(typeof(TRow));
        return Expression.Lambda<Func<TRow, bool>>(
            Expression.Equal(Expression.Property(row, RowMapping.TableOf(typeof(TRow)).Columns[0].Property), value.Body), row);
    }

    internal static Expression<Func<TRow, bool>> Any<TRow>(IReadOnlyList<Expression<Func<TRow, bool>>> conditions) => conditions.Aggregate((a, b) =>
        Expression.Lambda<Func<TRow, bool>>(Expression.OrElse(a.Body, new Replacing(b.Parameters[0], a.Parameters[0]).Visit(b.Body)), a.Parameters));

    sealed class Replacing(ParameterExpression what, ParameterExpression with) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == what ? with : node;
    }
}
