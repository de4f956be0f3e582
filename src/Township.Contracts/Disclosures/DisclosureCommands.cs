namespace Township.Disclosures;

/// <summary>What can be asked of a disclosure 政务公开. By the office, except where it says otherwise.</summary>
[GenerateSerializer, Alias("disclosure.command")]
public abstract record DisclosureCommand : Command
{
    private DisclosureCommand() { }

    /// <summary>Drafts the disclosure.</summary>
    /// <param name="Kind">What is disclosed.</param>
    /// <param name="Subject">What it is about; needed where the kind says so.</param>
    /// <param name="Audience">For whom 对象.</param>
    /// <param name="Form">In which form 形式.</param>
    /// <param name="Title">The title.</param>
    /// <param name="Content">The text 内容.</param>
    /// <param name="DisplayDays">
    /// For how many full days it is displayed, 1–90; needed for a ranking, which is displayed for at least 7.
    /// </param>
    [GenerateSerializer, Alias("disclosure.draft"), CommandName("disclosure.draft")]
    [Title("公开事项拟稿", "Draft the disclosure")]
    public sealed record Draft(
        DisclosureKind Kind, DisclosureSubject? Subject, DisclosureAudience Audience, DisclosureForm Form,
        string Title, [Text(8000, MultiLine = true)] PersonalText Content, int? DisplayDays) : DisclosureCommand;

    /// <summary>财务公开报审: reviews a financial report. By the office or a leader, but not the person who drafted it.</summary>
    /// <param name="Remark">What the review found.</param>
    [GenerateSerializer, Alias("disclosure.review"), CommandName("disclosure.review")]
    [Title("审核财务公开", "Review the financial report")]
    public sealed record Review([Text(1000, MultiLine = true)] PersonalText Remark) : DisclosureCommand;

    /// <summary>财务公开报审: approves a reviewed financial report. By a leader who neither drafted nor reviewed it.</summary>
    [GenerateSerializer, Alias("disclosure.approve"), CommandName("disclosure.approve")]
    [Title("批准财务公开", "Approve the financial report")]
    public sealed record Approve : DisclosureCommand;

    /// <summary>
    /// Sends an unpublished financial report back for correction. By the office or a leader, but not the person who drafted it.
    /// </summary>
    [GenerateSerializer, Alias("disclosure.send-back"), CommandName("disclosure.send-back")]
    [Title("退回更正", "Send back for correction")]
    public sealed record SendBack([Text(1000, MultiLine = true)] PersonalText Reason) : DisclosureCommand;

    /// <summary>Records a publication on one channel; a financial report must have been approved.</summary>
    /// <param name="Channel">The channel; each once for a text.</param>
    /// <param name="At">
    /// When it became public; not in the future, not before the text was drafted or, for a financial report, approved.
    /// </param>
    /// <param name="Evidence">What shows it: a photograph's number, a broadcast log …</param>
    [GenerateSerializer, Alias("disclosure.publish"), CommandName("disclosure.publish")]
    [Title("登记发布", "Record a publication")]
    public sealed record Publish(Channel Channel, DateTimeOffset At, [Text(1000, MultiLine = true)] PersonalText Evidence) : DisclosureCommand;

    /// <summary>Replaces the text. The old one stays in the history; review, approval and publications are needed again.</summary>
    [GenerateSerializer, Alias("disclosure.correct"), CommandName("disclosure.correct")]
    [Title("更正公开内容", "Correct the text")]
    public sealed record Correct(string Title, [Text(8000, MultiLine = true)] PersonalText Content, [Text(1000, MultiLine = true)] PersonalText Reason) : DisclosureCommand;

    /// <summary>Withdraws the disclosure, which stays visible. By the office or a leader.</summary>
    [GenerateSerializer, Alias("disclosure.withdraw"), CommandName("disclosure.withdraw")]
    [Title("撤回公开事项", "Withdraw the disclosure")]
    public sealed record Withdraw([Text(1000, MultiLine = true)] PersonalText Reason) : DisclosureCommand;
}
