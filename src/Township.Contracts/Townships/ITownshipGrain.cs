namespace Township.Townships;

/// <summary>A township 乡镇. Key: <c>township/main</c>; see <see cref="TownshipKey"/>.</summary>
[Alias("township")]
public interface ITownshipGrain : IAggregateGrain<TownshipCommand, TownshipView>;

/// <summary>The one stream of a township's own affairs.</summary>
public static class TownshipKey
{
    /// <summary>The id of that stream.</summary>
    public const string Id = "main";
}
