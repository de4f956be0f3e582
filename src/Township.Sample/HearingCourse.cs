using Township.Hearings;
using static Township.Hearings.HearingCommand;

namespace Township.Samples;

/// <summary>Who signs up for a hearing, and what is said in it.</summary>
static class HearingCourse
{
    public static IEnumerable<ScriptedCommand> Of(SampleSignUps signUps, SamplePeople people) => signUps.People.Select(p => new ScriptedCommand(
        ScriptedCommand.Time(p.Value), people.ActorOf(p.Key), signUps.Hearing, new SignUp(people.Id(p.Key), signUps.Group, p.Key)));

    public static IEnumerable<ScriptedCommand> Of(SampleSitting sitting, SamplePeople people)
    {
        var (entries, question) = (0, 0);
        foreach (var entry in sitting.Minutes)
        {
            var command = CommandOf(entry, question, people);
            yield return new(ScriptedCommand.Time($"{sitting.Date:yyyy-MM-dd} {entry.At}"), people.ActorOf(sitting.Clerk), sitting.Hearing, command, entry.Refused);
            if (entry.Refused is not null || command is LeaveUnanswered or WithdrawObjection or CorrectEntry) continue;
            entries++;
            if (command is Ask) question = entries;
        }
    }

    static HearingCommand CommandOf(SampleEntry entry, int question, SamplePeople people)
    {
        var speaker = people.Id(entry.By);
        var text = people.Names.Write(entry.Text ?? "");
        return entry.Do switch
        {
            "ask" => new Ask(speaker, entry.Issue, text),
            "explain" => new Explain(speaker, entry.Entry ?? question, text),
            "leave-unanswered" => new LeaveUnanswered(entry.Entry ?? question, text),
            "state-opinion" => new StateOpinion(speaker, entry.Issue, text),
            "suggest" => new Suggest(speaker, entry.Issue, text),
            "discuss" => new Discuss(speaker, entry.Issue, entry.Entry, text),
            "raise-issue" => new RaiseIssue(speaker, entry.Title ?? "", text),
            "raise-objection" => new RaiseObjection(speaker, entry.Issue, text),
            "withdraw-objection" => new WithdrawObjection(speaker, entry.Entry ?? 0),
            "correct-entry" => new CorrectEntry(entry.Entry ?? 0, text, people.Names.Write(entry.Reason ?? "")),
            _ => throw new SampleException($"{entry.At}: nothing is said by {entry.Do}."),
        };
    }
}
