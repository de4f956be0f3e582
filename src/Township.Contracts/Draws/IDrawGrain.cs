namespace Township.Draws;

/// <summary>A draw 抽签. Key: <c>township/draw-id</c>; see <see cref="DrawId"/>.</summary>
[Alias("draw")]
public interface IDrawGrain : IAggregateGrain<DrawCommand, DrawView>;
