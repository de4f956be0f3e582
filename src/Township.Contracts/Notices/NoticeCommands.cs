namespace Township.Notices;

/// <summary>
/// What can be asked of a notice 通知书 for an unfulfilled pledge (P5). A notice is not a disciplinary punishment 处分, and none
/// follows from it. Leaders who act are on record as cadres; never the cadre concerned, nor a relative declared on either side.
/// Its texts are about the cadre concerned.
/// </summary>
[GenerateSerializer, Alias("notice.command")]
public abstract record NoticeCommand : Command
{
    private NoticeCommand() { }

    /// <summary>Issues the notice. By a named leader; the pledge must be missed or unfulfilled, and an earlier notice withdrawn.</summary>
    /// <param name="Measure">Exactly one.</param>
    /// <param name="Grounds">Which tasks were not fulfilled, and why this measure.</param>
    /// <param name="RectifyBy">
    /// Only and always for <see cref="MeasureKind.Rectify"/>: after the time to explain, within the policy's longest deadline, both counted
    /// from today. A day off is rolled to the next workday.
    /// </param>
    [GenerateSerializer, Alias("notice.issue"), CommandName("notice.issue")]
    public sealed record Issue(MeasureKind Measure, [Text(4000, MultiLine = true)] PersonalText Grounds, DateOnly? RectifyBy) : NoticeCommand;

    /// <summary>The cadre explains, once, before the notice takes effect and while there is time. By the cadre.</summary>
    [GenerateSerializer, Alias("notice.explain"), CommandName("notice.explain")]
    public sealed record Explain([Text(4000, MultiLine = true)] PersonalText Explanation) : NoticeCommand;

    /// <summary>Puts the notice into effect, after the explanation came or its time has passed. By a leader.</summary>
    /// <param name="Consideration">How the explanation was considered; needed when there is one.</param>
    [GenerateSerializer, Alias("notice.take-effect"), CommandName("notice.take-effect")]
    public sealed record TakeEffect([Text(4000, MultiLine = true)] PersonalText? Consideration) : NoticeCommand;

    /// <summary>
    /// Withdraws the notice, before or after it took effect. It stays in the history; its measure is cancelled by itself. By a leader.
    /// </summary>
    [GenerateSerializer, Alias("notice.withdraw"), CommandName("notice.withdraw")]
    public sealed record Withdraw([Text(1000, MultiLine = true)] PersonalText Reason) : NoticeCommand;
}
