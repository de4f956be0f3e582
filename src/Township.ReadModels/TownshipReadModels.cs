namespace Township;

/// <summary>Every read model of Township's history; see docs/read-models.md.</summary>
public static class TownshipReadModels
{
    static readonly Lazy<IReadOnlyList<ReadModel>> Found = new(() => ReadModelCatalogue.Of(TownshipAggregates.All));

    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<ReadModel> All => Found.Value;
}
