using System.Reflection;

namespace Township;

/// <summary>Calls any aggregate with any command, made up from its constructor: what a careless or hostile client could send.</summary>
static class AggregateCalls
{
    static readonly Assembly Contracts = typeof(Draws.IDrawGrain).Assembly;

    public static IReadOnlyList<Type> CommandTypes { get; } =
        [.. Contracts.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(Command))).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    public static Type Type(string fullName) => CommandTypes.Single(t => t.FullName == fullName);

    public static Task<Outcome> Execute(IGrainFactory grains, Type command, string key, Func<Type, object?> fill)
    {
        var contract = Contracts.GetTypes().Single(t => t.IsInterface && Protocol(t)?.GetGenericArguments()[0] == command.BaseType);
        var grain = grains.GetGrain(contract, key);
        return (Task<Outcome>)Protocol(contract)!.GetMethod("Execute")!.Invoke(grain, [Make(command, fill), CancellationToken.None])!;
    }

    static Type? Protocol(Type contract) =>
        contract.GetInterfaces().SingleOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAggregateGrain<,>));

    static object Make(Type type, Func<Type, object?> fill)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public).First(c => c.GetParameters() is not [var only] || only.ParameterType != type);
        return constructor.Invoke([.. constructor.GetParameters().Select(p => fill(p.ParameterType) ?? Default(p.ParameterType, fill))]);
    }

    static object? Default(Type type, Func<Type, object?> fill) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableList<>) ? MakeList(type.GetGenericArguments()[0], fill)
        : type.IsValueType ? Activator.CreateInstance(type)
        : null;

    static object? MakeList(Type element, Func<Type, object?> fill)
    {
        if (fill(element) is not { } item) return null;
        var items = Array.CreateInstance(element, 1);
        items.SetValue(item, 0);
        return typeof(EquatableList).GetMethod(nameof(EquatableList.ToEquatableList))!.MakeGenericMethod(element).Invoke(null, [items]);
    }
}
