namespace Township;

/// <summary>Every kind of aggregate, for tools that read histories without a silo.</summary>
public static class TownshipAggregates
{
    /// <summary>All of them, in the order of their categories.</summary>
    public static AggregateCatalogue All { get; } = AggregateCatalogue.In(typeof(TownshipAggregates).Assembly);

    /// <summary>The kind with this stream category, or null.</summary>
    public static IAggregateType? Find(string category) => All.Find(category);
}
