using System.Linq.Expressions;

namespace Township;

/// <summary>
/// Answers queries on a township's list for readers who may read the listed aggregates. The grain key is the township. A deriving
/// grain is a <see cref="Orleans.Concurrency.StatelessWorkerAttribute"/> and defines the filters; this class handles pages,
/// positions and read rights.
/// </summary>
/// <typeparam name="TState">The state of the aggregate.</typeparam>
/// <typeparam name="TRow">The type of its listed rows.</typeparam>
public abstract class QueriesGrain<TState, TRow>(ReadModelReader reader, ReadRule<TState> reading) : Grain
    where TState : class
    where TRow : class
{
    /// <summary>
    /// Returns which rows a person or condition of the rule opens to a reader. Must handle every name that the rule uses for lists.
    /// </summary>
    /// <param name="name">The name of the person or condition.</param>
    /// <param name="subject">The id of the reader.</param>
    /// <param name="tables">Other tables, for conditions that depend on them.</param>
    protected virtual Expression<Func<TRow, bool>> SeenBy(string name, string subject, ReadModelTables tables) =>
        throw new InvalidOperationException(
            $"{GetType().Name} does not define which rows '{name}' of the read rule opens: override {nameof(SeenBy)}.");

    /// <summary>Reads one page of the rows that the caller may see and that match a filter.</summary>
    /// <param name="order">The order.</param>
    /// <param name="page">The page.</param>
    /// <param name="where">The filter on the township's rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="QueryRefusedException">The caller may not see any row, or the page request is not valid.</exception>
    /// <exception cref="ReadModelsUnavailableException">The read models are not available.</exception>
    protected Task<Page<TRow>> Read(
        ListOrder<TRow> order, PageRequest page, Func<IQueryable<TRow>, ReadModelTables, IQueryable<TRow>> where,
        CancellationToken cancellationToken)
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

/// <summary>Helpers to compose queries.</summary>
public static class RowQueries
{
    /// <summary>Filters rows by a condition if a value is asked for; returns all rows if it is null.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="asked">The value of the filter.</param>
    /// <param name="condition">The condition.</param>
    public static IQueryable<TRow> WhereAsked<TRow>(this IQueryable<TRow> rows, object? asked, Expression<Func<TRow, bool>> condition) =>
        asked is null ? rows : rows.Where(condition);

    internal static Expression<Func<TRow, bool>> OfTownship<TRow>(string township)
    {
        Expression<Func<string>> value = () => township;
        var row = Expression.Parameter(typeof(TRow));
        return Expression.Lambda<Func<TRow, bool>>(
            Expression.Equal(Expression.Property(row, RowMapping.TableOf(typeof(TRow)).Columns[0].Property), value.Body), row);
    }

    internal static Expression<Func<TRow, bool>> Any<TRow>(IReadOnlyList<Expression<Func<TRow, bool>>> conditions) =>
        conditions.Aggregate((a, b) =>
        Expression.Lambda<Func<TRow, bool>>(
            Expression.OrElse(a.Body, new Replacing(b.Parameters[0], a.Parameters[0]).Visit(b.Body)), a.Parameters));

    sealed class Replacing(ParameterExpression what, ParameterExpression with) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == what ? with : node;
    }
}
