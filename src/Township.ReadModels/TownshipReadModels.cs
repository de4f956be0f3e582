namespace Township;

/// <summary>The read models of Township's history; see docs/read-models.md.</summary>
public static class TownshipReadModels
{
    static readonly Lazy<IReadOnlyList<ReadModel>> Found = new(() => ReadModelCatalogue.Of(TownshipAggregates.All));

    /// <summary>All read models, in the order of their names.</summary>
    public static IReadOnlyList<ReadModel> All => Found.Value;
}
