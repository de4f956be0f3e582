using System.Diagnostics;
using Township.Measures;
using Township.Notices;

namespace Township.Samples;

/// <summary>States in words, for the report.</summary>
static class Words
{
    public static string Of(MeasureKind kind) => kind switch
    {
        MeasureKind.Explain => "责令说明情况",
        MeasureKind.AdmonitionTalk => "诫勉谈话",
        MeasureKind.Rectify => "限期整改",
        _ => throw new UnreachableException(),
    };

    public static string InBothLanguages(MeasureKind kind) => kind switch
    {
        MeasureKind.Explain => $"{Of(kind)} explain",
        MeasureKind.AdmonitionTalk => $"{Of(kind)} talk",
        MeasureKind.Rectify => $"{Of(kind)} rectify",
        _ => throw new UnreachableException(),
    };

    public static string Of(NoticeView notice) => notice.Status switch
    {
        NoticeStatus.Issued => "issued",
        NoticeStatus.Explained => "explained",
        NoticeStatus.InEffect => notice.Explanation is null ? "in effect" : "explained, in effect",
        NoticeStatus.Withdrawn => "withdrawn",
        _ => throw new UnreachableException(),
    };

    public static string Of(MeasureView measure) => measure.Status switch
    {
        MeasureStatus.Unopened => "",
        MeasureStatus.Opened or MeasureStatus.Delivered => measure.OverdueOn is null ? "open" : "overdue",
        MeasureStatus.Closed when measure.Late == true => $"late, closed {measure.ClosedOn:yyyy-MM-dd}",
        MeasureStatus.Closed => $"closed {measure.ClosedOn:yyyy-MM-dd}",
        MeasureStatus.Cancelled => "cancelled",
        _ => throw new UnreachableException(),
    };
}
