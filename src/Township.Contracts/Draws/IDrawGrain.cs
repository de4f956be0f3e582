namespace Township.Draws;

/// <summary>A draw 抽签. Key: <c>township/draw-id</c>.</summary>
[Alias("draw")]
public interface IDrawGrain : IAggregateGrain<DrawCommand, DrawView>;
