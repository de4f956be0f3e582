namespace Township.Notices;

/// <summary>
/// A notice 通知书 for an unfulfilled pledge. Key: <c>township/cadre-id.yyyy-MM</c>, with <c>.2</c>, <c>.3</c> … after withdrawals; see
/// <see cref="NoticeId"/>.
/// </summary>
[Alias("notice")]
public interface INoticeGrain : IAggregateGrain<NoticeCommand, NoticeView>;
