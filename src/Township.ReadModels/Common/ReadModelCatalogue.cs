using System.Reflection;

namespace Township;

/// <summary>
/// The read models of the aggregates in a set of assemblies, found by types and not registered. The rows come from public static functions
/// of an aggregate's state, or from an {IStreamRows{TSelf, TEvent}} of its events.
/// </summary>
public static class ReadModelCatalogue
{
    /// <summary>Returns all read models, in the order of their names.</summary>
    /// <exception cref="SetupException">A read model is incomplete, or two contradict each other.</exception>
    public static IReadOnlyList<ReadModel> Of(AggregateCatalogue aggregates)
    {
        ArgumentNullException.ThrowIfNull(aggregates);
        // Row records are in the assembly of the views, as part of the published language, or in that of the states.
        var assemblies = aggregates.SelectMany(a => (Assembly[])[a.Types.View.Assembly, a.Types.State.Assembly]).Distinct();
        return Of(aggregates.Select(a => a.Types.State), assemblies.SelectMany(a => a.GetTypes()).Where(IsRow));
    }

    internal static IReadOnlyList<ReadModel> Of(IEnumerable<Type> aggregates, IEnumerable<Type> rows)
    {
        var models = aggregates.Select(Of).OfType<ReadModel>().OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
        if (models.SelectMany(m => m.RowTables).GroupBy(t => t.Name).FirstOrDefault(g => g.Count() > 1)?.ToList() is { } twice)
            throw new SetupException($"{twice[0].Row.Name} and {twice[1].Row.Name} both have the table '{twice[0].Name}': rename one.");
        if (rows.Except(models.SelectMany(m => m.RowTables, (_, table) => table.Row)).FirstOrDefault() is not { } silent) return models;
        throw new SetupException(
            $"No aggregate returns rows of {silent.Name}: "
                + $"add public static IEnumerable<{silent.Name}> Rows(X state, StreamId stream) in the aggregate.");
    }

    /// <summary>Returns the read model of an aggregate; null when it defines no rows.</summary>
    /// <exception cref="SetupException">The read model is incomplete or contradicts itself.</exception>
    public static ReadModel? Of(Type aggregate)
    {
        ArgumentNullException.ThrowIfNull(aggregate);
        var (state, command, e, view) = AggregateCatalogue.Of(aggregate).Types;
        Type[] arguments = [state, command, e, view];
        var byEvents = aggregate.Assembly.GetTypes().Where(t => EventOf(t) == arguments[2]).ToList();
        var functions = aggregate.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => SaysRows(m, aggregate)).OrderBy(m => m.MetadataToken).ToList();
        var find = typeof(ReadModelCatalogue).GetMethod(
            byEvents is [] ? nameof(OfState) : nameof(OfEvents), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (functions, byEvents) switch
        {
            ([], []) => null,
            (_, []) => (ReadModel)Call(find.MakeGenericMethod(arguments), functions)!,
            ([], [var rows]) => (ReadModel)Call(find.MakeGenericMethod([rows, .. arguments]))!,
            _ => throw new SetupException(
                $"{aggregate.Name} defines rows both in {byEvents[0].Name} "
                    + $"and in {functions.FirstOrDefault()?.Name ?? byEvents[1].Name}: keep one of them."),
        };
    }

    static StateReadModel<TState, TCommand, TEvent, TView> OfState<TState, TCommand, TEvent, TView>(List<MethodInfo> functions)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class
    {
        var tables = functions.Select(FunctionOf<TState>).ToList();
        if (tables.GroupBy(f => f.Table.Row).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new SetupException($"{typeof(TState).Name} returns the rows of {twice.Key.Name} from two functions: keep one of them.");
        return new(AggregateType<TState, TCommand, TEvent, TView>.Instance, tables);
    }

    static EventReadModel<TRows, TState, TCommand, TEvent, TView> OfEvents<TRows, TState, TCommand, TEvent, TView>()
        where TRows : class, IStreamRows<TRows, TEvent>
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class => new(AggregateType<TState, TCommand, TEvent, TView>.Instance);

    static RowFunction<TState> FunctionOf<TState>(MethodInfo method)
    {
        if (RowOf(method.ReturnType) is not { } row)
            throw new SetupException(
                $"{typeof(TState).Name}.{method.Name} returns a single {method.ReturnType.Name}: "
                    + $"return IEnumerable<{method.ReturnType.Name}>.");
        switch (Array.ConvertAll(method.GetParameters(), p => p.ParameterType))
        {
            case [var state] when state == typeof(TState):
                var ofState = method.CreateDelegate<Func<TState, IEnumerable<object>>>();
                return new(new(row), (s, _) => ofState(s));
            case [var state, var stream] when state == typeof(TState) && stream == typeof(StreamId):
                return new(new(row), method.CreateDelegate<Func<TState, StreamId, IEnumerable<object>>>());
            default:
                throw new SetupException(
                    $"{typeof(TState).Name}.{method.Name} returns rows of {row.Name}: its parameters must be the state, "
                        + "or the state and the stream.");
        }
    }

    // A function of row records, or one that looks like it and whose record has no table, so that a forgotten attribute is reported.
    static bool SaysRows(MethodInfo method, Type aggregate) =>
        IsRow(RowOf(method.ReturnType) ?? method.ReturnType)
        || (RowOf(method.ReturnType) is { IsClass: true } row && row != typeof(string)
            && method.GetParameters() is [var state, ..] and { Length: <= 2 } parameters && state.ParameterType == aggregate
            && parameters.Skip(1).All(p => p.ParameterType == typeof(StreamId)));

    static Type? RowOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? type.GetGenericArguments()[0] : null;

    static bool IsRow(Type type) => type.IsDefined(typeof(RowTableAttribute), inherit: false);

    static Type? EventOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IStreamRows<,>)
            && i.GetGenericArguments()[0] == type)?.GetGenericArguments()[1];

    static object? Call(MethodInfo method, params object[] arguments) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
