using System.Diagnostics;
using Township.Measures;
using Township.Notices;

namespace Township.Silo;

/// <summary>States in words, for the report.</summary>
static class Words
{
    public static string Of(MeasureKind kind) => kind switch
    {
        MeasureKind.Explain => "order to explain 责令说明情况",
        MeasureKind.AdmonitionTalk => "admonition talk 诫勉谈话",
        MeasureKind.Rectify => "rectification 限期整改",
        _ => throw new UnreachableException(),
    };

    public static string Of(NoticeView notice) => notice.Step switch
    {
        NoticeStep.Issued => "issued",
        NoticeStep.Explained => "explained",
        NoticeStep.InEffect => notice.Explanation is null ? "in effect" : "in effect, explained",
        NoticeStep.Withdrawn => "withdrawn",
        _ => throw new UnreachableException(),
    };

    public static string Of(MeasureView measure) => measure.Step switch
    {
        MeasureStep.Unopened => "–",
        MeasureStep.Opened or MeasureStep.Delivered => measure.OverdueOn is null ? "open" : "overdue",
        MeasureStep.Closed when measure.Late == true => $"closed late on {measure.ClosedOn:yyyy-MM-dd}",
        MeasureStep.Closed => $"closed on {measure.ClosedOn:yyyy-MM-dd}",
        MeasureStep.Cancelled => "cancelled",
        _ => throw new UnreachableException(),
    };
}
