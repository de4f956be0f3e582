using System.Reflection;

namespace Township;

/// <summary>Calls any aggregate with any command, as a careless or hostile client could.</summary>
static class AggregateCalls
{
    static readonly Assembly Contracts = typeof(Draws.IDrawGrain).Assembly;

    public static IReadOnlyList<Type> CommandTypes { get; } =
        [.. Contracts.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(Command))).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    /// <summary>The grain interfaces of the aggregates.</summary>
    public static IReadOnlyList<Type> Aggregates { get; } =
        [.. Contracts.GetTypes().Where(t => t.IsInterface && Protocol(t) is not null).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    public static Type CommandType(string fullName) => CommandTypes.Single(t => t.FullName == fullName);

    public static Type AggregateOf(Type command) => Aggregates.Single(a => CommandsOf(a) == command.BaseType);

    /// <summary>The common base of an aggregate's commands.</summary>
    public static Type CommandsOf(Type aggregate) => Protocol(aggregate)!.GetGenericArguments()[0];

    /// <summary>The id of an aggregate that is there in no test.</summary>
    public static string UnknownId(Type aggregate) => aggregate.Name switch
    {
        "ITownshipGrain" => "main",
        "IPledgeFormGrain" => "monthly",
        "IRosterGrain" => "cadres",
        "IDrawGrain" => "meeting.2026-03",
        "IBodyGrain" => "office",
        "IAheadStreamGrain" => "promise.x-1.1",
        "IPromiseGrain" => "x-1.1",
        "IDeductionProposalGrain" => "promise.x-1.1",
        "IReportMeetingGrain" => "2026-03",
        "IPledgeGrain" or "INoticeGrain" or "IMeasureGrain" => "x-1.2026-03",
        _ => "x-1",
    };

    public static Task<Outcome> Execute(IGrainFactory grains, Type aggregate, string key, object? command) =>
        (Task<Outcome>)Protocol(aggregate)!.GetMethod("Execute")!.Invoke(grains.GetGrain(aggregate, key), [command, CancellationToken.None])!;

    public static Task View(IGrainFactory grains, Type aggregate, string key) =>
        (Task)Protocol(aggregate)!.GetMethod("View")!.Invoke(grains.GetGrain(aggregate, key), [CancellationToken.None])!;

    static Type? Protocol(Type contract) =>
        contract.GetInterfaces().SingleOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAggregateGrain<,>));
}
