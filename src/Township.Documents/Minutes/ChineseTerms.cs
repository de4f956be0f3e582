using Township.Disclosures;
using Township.Hearings;
using Township.Promises;
using Township.Townships;

namespace Township.Documents;

/// <summary>The Chinese terms of a township for the terms of the contracts, dates and times.</summary>
static class ChineseTerms
{
    public static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    public static string Moment(DateTimeOffset moment) => $"{Day(LocalTime.DateOf(moment))} {Hour(moment)}";

    public static string Hour(DateTimeOffset moment) => LocalTime.Show(moment)[^5..];

    /// <summary>Returns a note when an issue has more than one round.</summary>
    public static string Round(int round, int last) => (round, last) switch
    {
        (1, 1) => "",
        (1, _) => "（重新启动前）",
        _ => $"（第{round - 1}次重新启动后）",
    };

    public static string Of(Channel channel) => channel switch
    {
        Channel.Broadcast => "广播",
        Channel.NoticeBoard => "公告栏张贴",
        Channel.TextMessage => "短信",
        Channel.Web => "网站",
        Channel.DisclosureBoard => "政务公开栏",
        Channel.ExplanatoryNotice => "告知说明书",
        Channel.MeetingBriefing => "会议通报",
        _ => throw Unknown(channel),
    };

    public static string Of(HearingStatus status) => status switch
    {
        HearingStatus.Unplanned => "尚未开始筹备",
        HearingStatus.Preparing => "筹备中，尚未召开",
        HearingStatus.Postponed => "已延期，尚未召开",
        HearingStatus.Sitting => "正在召开",
        HearingStatus.Held => "已召开，正在落实和反馈",
        HearingStatus.Closed => "已结案",
        HearingStatus.Cancelled => "已取消，未召开",
        _ => throw Unknown(status),
    };

    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Question => "提问",
        EntryKind.Explanation => "释疑",
        EntryKind.Opinion => "意见",
        EntryKind.Suggestion => "建议",
        EntryKind.Discussion => "即时讨论",
        EntryKind.Issue => "提出议题",
        EntryKind.Objection => "异议",
        _ => throw Unknown(kind),
    };

    public static string Of(HearingIssue issue, HearingStatus status) => issue switch
    {
        { Dropped: true } => "会前撤下",
        { Outcome: IssueOutcome.Concluded } when issue.ReferredInRound == issue.Round => "已宣布听证结论；后交由党委政府再进行研究",
        { Outcome: IssueOutcome.Concluded } => "形成一致意见，已宣布听证结论",
        { Outcome: IssueOutcome.Agreed } => "形成一致意见，未宣布听证结论",
        { Outcome: IssueOutcome.Referred } => "未作结论，交由党委政府再进行研究",
        { Outcome: IssueOutcome.Open } => status is HearingStatus.Cancelled ? "未听证" : "尚未形成结果",
        _ => throw Unknown(issue.Outcome),
    };

    public static string Of(RepresentativeStanding standing) => standing switch
    {
        RepresentativeStanding.SignedUp => "已报名，席位未定",
        RepresentativeStanding.Invited => "已邀请，未答复",
        RepresentativeStanding.Seated => "代表",
        RepresentativeStanding.Reserve => "候补",
        RepresentativeStanding.Declined => "谢绝邀请",
        RepresentativeStanding.Withdrawn => "退出",
        RepresentativeStanding.Recused => "回避",
        _ => throw Unknown(standing),
    };

    public static string Of(NoticeProfile profile) => profile switch
    {
        NoticeProfile.NaturalDays => "个整日",
        NoticeProfile.Workdays => "个工作日",
        _ => throw Unknown(profile),
    };

    public static string Of(PostponementCause cause) => cause switch
    {
        PostponementCause.Decided => "决定延期",
        PostponementCause.BelowQuorum => "代表退出后不足法定人数，延期",
        _ => throw Unknown(cause),
    };

    public static string Of(PromiseView promise, string reason) => promise switch
    {
        { Status: PromiseStatus.Unmade } => "尚未作出",
        { Status: PromiseStatus.Made } => "履行中",
        { Status: PromiseStatus.Overdue } => "已逾期，仍须履行",
        { Status: PromiseStatus.Fulfilled, Late: true } => $"{Day(promise.FulfilledOn!.Value)}兑现（逾期）",
        { Status: PromiseStatus.Fulfilled } => $"{Day(promise.FulfilledOn!.Value)}兑现",
        { Status: PromiseStatus.Withdrawn } => $"{Day(promise.WithdrawnOn!.Value)}撤回：{reason}",
        _ => throw Unknown(promise.Status),
    };

    static InvalidOperationException Unknown(Enum value) => new($"There is no Chinese term for {value.GetType().Name}.{value}.");
}
