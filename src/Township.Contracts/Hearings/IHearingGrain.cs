namespace Township.Hearings;

/// <summary>An efficiency hearing 效能听证会. Key: <c>township/hearing-id</c>, for example <c>songfan/2026-01</c>.</summary>
[Alias("hearing")]
public interface IHearingGrain : IAggregateGrain<HearingCommand, HearingView>;
