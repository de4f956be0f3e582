namespace Example.Bicycles;

/// <summary>A bicycle that cadres borrow. Key: <c>township/bicycle-id</c>.</summary>
[Alias("bicycle")]
public interface IBicycleGrain : IAggregateGrain<BicycleCommand, BicycleView>;
