namespace Township.Bodies;

/// <summary>
/// The leading group 领导小组 or the efficiency office 效能办. Key: <c>township/leading-group</c> or <c>township/office</c>; see
/// <see cref="BodyKey"/>.
/// </summary>
[Alias("body")]
public interface IBodyGrain : IAggregateGrain<BodyCommand, BodyView>;
