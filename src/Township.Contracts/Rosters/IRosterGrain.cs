namespace Township.Rosters;

/// <summary>The roster of cadres 干部名册 of a township. Key: <c>township/cadres</c>; see <see cref="RosterKey"/>.</summary>
[Alias("roster")]
public interface IRosterGrain : IAggregateGrain<RosterCommand, RosterView>;

/// <summary>The one roster of a township.</summary>
public static class RosterKey
{
    /// <summary>Its id.</summary>
    public const string Id = "cadres";
}
