namespace Township.Notices;

/// <summary>
/// What can be asked of a notice 通知书 for an unfulfilled pledge (P5). A notice is not a disciplinary punishment 处分, and none follows from
/// it. A leader who acts must be on record as a cadre, and be neither the cadre concerned nor a relative declared on either side. Texts are
/// about the cadre concerned.
/// </summary>
[GenerateSerializer, Alias("notice.command")]
public abstract record NoticeCommand : Command
{
    private NoticeCommand() { }

    /// <summary>
    /// Issues the notice. By a named leader; the pledge must be missed or unfulfilled, and an earlier notice must have been withdrawn.
    /// </summary>
    /// <param name="Measure">Exactly one.</param>
    /// <param name="Grounds">Which tasks were not fulfilled, and why this measure.</param>
    /// <param name="RectifyBy">
    /// The deadline; required for <see cref="MeasureKind.Rectify"/>, null for other measures. After the time to explain and within the
    /// policy's longest deadline, both counted from today. A day off is rolled to the next workday.
    /// </param>
    [GenerateSerializer, Alias("notice.issue"), CommandName("notice.issue")]
    [Title("发出通知书", "Issue the notice")]
    public sealed record Issue(MeasureKind Measure, [Text(4000, MultiLine = true)] PersonalText Grounds, DateOnly? RectifyBy) : NoticeCommand;

    /// <summary>Gives the cadre's explanation, once, within the time to explain and before the notice takes effect. By the cadre.</summary>
    [GenerateSerializer, Alias("notice.explain"), CommandName("notice.explain")]
    [Title("当事人说明", "Explain")]
    public sealed record Explain([Text(4000, MultiLine = true)] PersonalText Explanation) : NoticeCommand;

    /// <summary>Puts the notice into effect, when the cadre has explained or the time to explain has passed. By a leader.</summary>
    /// <param name="Consideration">How the explanation was considered; needed when there is one.</param>
    [GenerateSerializer, Alias("notice.take-effect"), CommandName("notice.take-effect")]
    [Title("通知书生效", "Put the notice into effect")]
    public sealed record TakeEffect([Text(4000, MultiLine = true)] PersonalText? Consideration) : NoticeCommand;

    /// <summary>
    /// Withdraws the notice, before or after it took effect. It stays in the history; its measure must be cancelled separately. By a
    /// leader.
    /// </summary>
    [GenerateSerializer, Alias("notice.withdraw"), CommandName("notice.withdraw")]
    [Title("撤回通知书", "Withdraw the notice")]
    public sealed record Withdraw([Text(1000, MultiLine = true)] PersonalText Reason) : NoticeCommand;
}
