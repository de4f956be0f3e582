namespace Township.Disclosures;

/// <summary>A channel of publication.</summary>
public enum Channel
{
    /// <summary>广播: broadcast.</summary>
    Broadcast,

    /// <summary>公告: notice board.</summary>
    NoticeBoard,

    /// <summary>短信: text message.</summary>
    TextMessage,

    /// <summary>网站: web.</summary>
    Web,

    /// <summary>政务公开栏: disclosure board.</summary>
    DisclosureBoard,

    /// <summary>告知说明书: explanatory notice.</summary>
    ExplanatoryNotice,

    /// <summary>会议通报: meeting briefing.</summary>
    MeetingBriefing,
}
