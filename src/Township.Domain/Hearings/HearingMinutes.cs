using System.Diagnostics;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

/// <summary>A question of the minutes.</summary>
/// <param name="Entry">The number of its entry.</param>
/// <param name="IssueNumber">About which issue.</param>
/// <param name="Answer">What came of it.</param>
public sealed record HearingQuestion(int Entry, int IssueNumber, QuestionAnswer Answer);

/// <summary>The frame of the minutes: the speaker of each entry, and the open questions. What was said is in the history.</summary>
/// <param name="Chair">Who chairs.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Speakers">The speaker of each entry; entry 1 is the first.</param>
/// <param name="Questions">By entry.</param>
public sealed record HearingMinutes(
    string Chair, DateTimeOffset OpenedAt, DateTimeOffset? EndedAt, EquatableList<string> Speakers, EquatableList<HearingQuestion> Questions)
{
    internal static HearingMinutes Begun(Event.Opened e) => new(e.Chair, e.At, null, [], []);

    internal int Next => Speakers.Count + 1;

    internal string? SpeakerOf(int entry) => entry >= 1 && entry <= Speakers.Count ? Speakers[entry - 1] : null;

    internal HearingQuestion? Question(int entry) => Questions.FirstOrDefault(q => q.Entry == entry);

    internal IEnumerable<HearingQuestion> OpenQuestions() => Questions.Where(q => q.Answer is QuestionAnswer.Open);

    internal HearingMinutes During(HearingEvent e) => e switch
    {
        Event.Asked asked => Said(asked.SpeakerId) with { Questions = Questions.Add(new(asked.Entry, asked.IssueNumber, QuestionAnswer.Open)) },
        Event.Explained explained => Said(explained.SpeakerId) with { Questions = Answered(explained.Question, QuestionAnswer.Explained) },
        Event.LeftUnanswered left => this with { Questions = Answered(left.Question, QuestionAnswer.Unanswered) },
        Event.OpinionStated stated => Said(stated.SpeakerId),
        Event.Suggested suggested => Said(suggested.SpeakerId),
        Event.Discussed discussed => Said(discussed.SpeakerId),
        Event.IssueRaised raised => Said(raised.SpeakerId),
        Event.Objected objected => Said(objected.SpeakerId),
        Event.ChairTaken taken => this with { Chair = taken.Chair },
        Event.ObjectionWithdrawn or Event.EntryCorrected or Event.Concluded or Event.Referred or Event.TaskCompleted => this,
        Event.AttendanceRecorded or Event.LeavingRecorded or Event.OfficerAppointed or Event.OfficerRecused or Event.RepresentativeRecused => this,
        _ => throw new UnreachableException($"{e.GetType().Name} cannot happen while the hearing sits."),
    };

    internal HearingSitting Show() => new(
        Chair, OpenedAt, EndedAt, Speakers.Count, OpenQuestions().Select(q => q.Entry).ToEquatableList(),
        Questions.Where(q => q.Answer is QuestionAnswer.Unanswered).Select(q => q.Entry).ToEquatableList());

    HearingMinutes Said(string speaker) => this with { Speakers = Speakers.Add(speaker) };

    EquatableList<HearingQuestion> Answered(int entry, QuestionAnswer answer) => Questions.Replace(q => q.Entry == entry, q => q with { Answer = answer });
}
