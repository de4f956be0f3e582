namespace Township.Notices;

[GrainType("notice")]
public sealed class NoticeGrain(SessionServices services) : EventSourcedGrain<Notice, NoticeCommand, NoticeEvent, NoticeView>(services), INoticeGrain;
