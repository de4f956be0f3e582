namespace Township.Hearings;

/// <summary>
/// The sitting (H5, H6). Entries of the minutes 笔录 are written by the speaker or, for any speaker, by the office's clerks; every entry gets
/// the next number. The speaker must be present. Texts are about the speaker: name the other people whom they are about with
/// <see cref="PersonalText.About(string, string)"/>.
/// </summary>
public abstract partial record HearingCommand
{
    /// <summary>Records who is present, on the day of the hearing or during the sitting. By the office.</summary>
    /// <param name="PersonIds">Confirmed representatives and officers.</param>
    [GenerateSerializer, Alias("hearing.record-attendance"), CommandName("hearing.record-attendance")]
    [Title("登记到会", "Record attendance")]
    public sealed record RecordAttendance([Key, Count(1, 500)] EquatableList<string> PersonIds) : HearingCommand;

    /// <summary>Records that somebody has left before the end. By the office.</summary>
    [GenerateSerializer, Alias("hearing.record-leaving"), CommandName("hearing.record-leaving")]
    [Title("登记离会", "Record that somebody left")]
    public sealed record RecordLeaving([Person] string PersonId) : HearingCommand;

    /// <summary>
    /// Opens the sitting on its day, at or after its time, when the notice period is over and the quorum is present. By a leader on record
    /// as top leader or team member 班子成员, who chairs it for party committee and government 乡党委政府. The notices on record are read again:
    /// those that were corrected or withdrawn after they were recorded do not count.
    /// </summary>
    [GenerateSerializer, Alias("hearing.open-sitting"), CommandName("hearing.open-sitting")]
    [Title("开会", "Open the sitting")]
    public sealed record OpenSitting : HearingCommand;

    /// <summary>Takes over the chair, with a reason. By another leader of the team.</summary>
    [GenerateSerializer, Alias("hearing.take-chair"), CommandName("hearing.take-chair")]
    [Title("更换主持人", "Take the chair")]
    public sealed record TakeChair([Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>A representative asks 提问. By the speaker or the office.</summary>
    /// <param name="SpeakerId">Who asks.</param>
    /// <param name="IssueNumber">About which issue.</param>
    /// <param name="Text">The question.</param>
    [GenerateSerializer, Alias("hearing.ask"), CommandName("hearing.ask")]
    [Title("提问", "Ask a question")]
    public sealed record Ask([Person] string SpeakerId, int IssueNumber, [Text(4000, MultiLine = true)] PersonalText Text) : HearingCommand;

    /// <summary>An officer explains 释疑 a question; more explanations may follow the first. By the speaker or the office.</summary>
    /// <param name="SpeakerId">Which officer.</param>
    /// <param name="Question">The number of the question's entry.</param>
    /// <param name="Text">The explanation.</param>
    [GenerateSerializer, Alias("hearing.explain"), CommandName("hearing.explain")]
    [Title("释疑", "Explain a question")]
    public sealed record Explain([Person] string SpeakerId, int Question, [Text(4000, MultiLine = true)] PersonalText Text) : HearingCommand;

    /// <summary>Marks a question as unanswered, with a reason. By the chair or the office.</summary>
    [GenerateSerializer, Alias("hearing.leave-unanswered"), CommandName("hearing.leave-unanswered")]
    [Title("标明提问未答复", "Mark a question as unanswered")]
    public sealed record LeaveUnanswered(int Question, [Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>A representative states an opinion 意见. By the speaker or the office.</summary>
    [GenerateSerializer, Alias("hearing.state-opinion"), CommandName("hearing.state-opinion")]
    [Title("发表意见", "State an opinion")]
    public sealed record StateOpinion([Person] string SpeakerId, int IssueNumber, [Text(4000, MultiLine = true)] PersonalText Text) : HearingCommand;

    /// <summary>A representative makes a suggestion 建议. By the speaker or the office.</summary>
    [GenerateSerializer, Alias("hearing.suggest"), CommandName("hearing.suggest")]
    [Title("提出建议", "Make a suggestion")]
    public sealed record Suggest([Person] string SpeakerId, int IssueNumber, [Text(4000, MultiLine = true)] PersonalText Text) : HearingCommand;

    /// <summary>A representative or an officer discusses on the spot 即时讨论. By the speaker or the office.</summary>
    /// <param name="SpeakerId">Who speaks.</param>
    /// <param name="IssueNumber">About which issue.</param>
    /// <param name="RefersTo">The entry that it takes up; null for none.</param>
    /// <param name="Text">What is said.</param>
    [GenerateSerializer, Alias("hearing.discuss"), CommandName("hearing.discuss")]
    [Title("即时讨论", "Discuss on the spot")]
    public sealed record Discuss([Person] string SpeakerId, int IssueNumber, int? RefersTo, [Text(4000, MultiLine = true)] PersonalText Text) : HearingCommand;

    /// <summary>
    /// A representative raises an issue that was not on the agenda. It gets a number and is accounted for like the others (H7). By the
    /// speaker or the office.
    /// </summary>
    /// <param name="SpeakerId">Who raises it.</param>
    /// <param name="Title">For the public: names nobody.</param>
    /// <param name="Text">What is said.</param>
    [GenerateSerializer, Alias("hearing.raise-issue"), CommandName("hearing.raise-issue")]
    [Title("会上提出议题", "Raise an issue")]
    public sealed record RaiseIssue([Person] string SpeakerId, string Title, [Text(4000, MultiLine = true)] PersonalText Text) : HearingCommand;

    /// <summary>A representative or an officer objects to an agreement on an issue. By the speaker or the office.</summary>
    [GenerateSerializer, Alias("hearing.raise-objection"), CommandName("hearing.raise-objection")]
    [Title("提出异议", "Raise an objection")]
    public sealed record RaiseObjection([Person] string SpeakerId, int IssueNumber, [Text(4000, MultiLine = true)] PersonalText Text) : HearingCommand;

    /// <summary>Withdraws an objection. By the speaker or the office.</summary>
    /// <param name="SpeakerId">Who objected.</param>
    /// <param name="Objection">The number of the objection's entry.</param>
    [GenerateSerializer, Alias("hearing.withdraw-objection"), CommandName("hearing.withdraw-objection")]
    [Title("撤回异议", "Withdraw an objection")]
    public sealed record WithdrawObjection([Person] string SpeakerId, int Objection) : HearingCommand;

    /// <summary>
    /// Corrects the text of an entry 笔录更正; the original stays in the history. By its speaker or the office, until the hearing is closed.
    /// </summary>
    [GenerateSerializer, Alias("hearing.correct-entry"), CommandName("hearing.correct-entry")]
    [Title("更正笔录", "Correct an entry")]
    public sealed record CorrectEntry(int Entry, [Text(4000, MultiLine = true)] PersonalText Text, [Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>
    /// Announces a conclusion 宣布听证结论 on an issue. Nobody present may object, the quorum must be present, and every question on the issue
    /// must be explained or marked as unanswered (H6). By the chair.
    /// </summary>
    [GenerateSerializer, Alias("hearing.conclude"), CommandName("hearing.conclude")]
    [Title("宣布听证结论", "Announce a conclusion")]
    public sealed record Conclude(int IssueNumber, [Text(4000, MultiLine = true)] PersonalText Conclusion) : HearingCommand;

    /// <summary>
    /// Refers an issue to party committee and government for further study 再进行研究 (H6). By the chair, or after the sitting by a leader.
    /// </summary>
    [GenerateSerializer, Alias("hearing.refer"), CommandName("hearing.refer")]
    [Title("交由党委政府再进行研究", "Refer an issue for further study")]
    public sealed record Refer(int IssueNumber, [Text(1000, MultiLine = true)] PersonalText Reason) : HearingCommand;

    /// <summary>
    /// Ends the sitting, when every question is explained or marked as unanswered. Issues without agreement are then referred; on the
    /// others a conclusion may have been announced or not. By the chair.
    /// </summary>
    [GenerateSerializer, Alias("hearing.end-sitting"), CommandName("hearing.end-sitting")]
    [Title("散会", "End the sitting")]
    public sealed record EndSitting : HearingCommand;
}
