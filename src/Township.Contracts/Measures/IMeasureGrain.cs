namespace Township.Measures;

/// <summary>
/// The measure that follows from a notice. Key: the notice's, <c>township/cadre-id.yyyy-MM</c>; see
/// <see cref="Township.Notices.NoticeId"/>.
/// </summary>
[Alias("measure")]
public interface IMeasureGrain : IAggregateGrain<MeasureCommand, MeasureView>;
