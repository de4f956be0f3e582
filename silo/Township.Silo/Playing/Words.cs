using System.Diagnostics;
using Township.Measures;
using Township.Notices;

namespace Township.Silo;

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

    public static string Of(NoticeView notice) => notice.Step switch
    {
        NoticeStep.Issued => "issued",
        NoticeStep.Explained => "explained",
        NoticeStep.InEffect => notice.Explanation is null ? "in effect" : "explained, in effect",
        NoticeStep.Withdrawn => "withdrawn",
        _ => throw new UnreachableException(),
    };

    public static string Of(MeasureView measure) => measure.Step switch
    {
        MeasureStep.Unopened => "",
        MeasureStep.Opened or MeasureStep.Delivered => measure.OverdueOn is null ? "open" : "overdue",
        MeasureStep.Closed when measure.Late == true => $"late, closed {measure.ClosedOn:yyyy-MM-dd}",
        MeasureStep.Closed => $"closed {measure.ClosedOn:yyyy-MM-dd}",
        MeasureStep.Cancelled => "cancelled",
        _ => throw new UnreachableException(),
    };
}
