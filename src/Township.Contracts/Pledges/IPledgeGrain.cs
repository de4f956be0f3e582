namespace Township.Pledges;

/// <summary>A monthly pledge 月承诺. Key: <c>township/cadre-id.yyyy-MM</c>; see <see cref="PledgeId"/>.</summary>
[Alias("pledge")]
public interface IPledgeGrain : IAggregateGrain<PledgeCommand, PledgeView>;
