using Township.Draws;
using Township.ReportMeetings;
using static Township.ReportMeetings.ReportMeetingCommand;

namespace Township.Silo;

/// <summary>The report meeting of a month: the draws, the reports, their analysis and evaluation.</summary>
static class MeetingCourse
{
    const int Reporters = 3;

    public static IEnumerable<SampleStep> Of(SampleMonth month, SampleScenario scenario, SamplePeople people)
    {
        var meeting = month.Report;
        SampleStep Step(DateTimeOffset at, ReportMeetingCommand command) => new(at, people.Office, month.Month.ToString(), command);
        SampleStep Draw(DateTimeOffset at, string draw, DrawCommand command) => new(at, people.Office, draw, command);

        yield return Step(SampleStep.Time(meeting.ConvenedOn, 9), new Convene(meeting.HeldOn, meeting.Place));
        IReadOnlyList<string> reporters = [];
        foreach (var draw in month.Draws)
        {
            var (frozen, ended, reveal) = (SampleStep.Time(draw.FrozenAt), SampleStep.Time(draw.EndedAt), SampleStep.Time(draw.RevealFrom));
            var candidates = Candidates(month, frozen, scenario, people);
            yield return Draw(frozen, draw.Id, new DrawCommand.Freeze(candidates, Reporters, draw.Beacon, reveal));
            yield return Step(frozen.AddMinutes(10), new AttachDraw(draw.Id));
            if (draw.Seed is not { } seed)
            {
                yield return Draw(ended, draw.Id, new DrawCommand.Void(people.Names.Write(draw.Void ?? throw new SampleException($"The draw {draw.Id} has neither a seed nor a reason to be void."))));
                continue;
            }

            yield return Draw(ended, draw.Id, new DrawCommand.Reveal(seed));
            yield return Step(ended.AddMinutes(10), new NameReporters());
            // Anyone who knows seed and candidates knows who reports; see DrawAlgorithm.
            var commitment = DrawAlgorithm.Commit(new("draw", scenario.Township, draw.Id), candidates, Reporters, draw.Beacon, reveal);
            reporters = DrawAlgorithm.Select(commitment, seed, candidates, Reporters);
        }

        var names = reporters.Select(id => scenario.Cadres.First(c => c.Id == id).Name).ToList();
        if (meeting.Absences.Keys.FirstOrDefault(n => !names.Contains(n)) is { } stranger)
            throw new SampleException($"{month.Month}: {stranger} is absent but was not drawn; drawn are {string.Join(", ", names)}.");
        foreach (var (turn, (name, id)) in names.Zip(reporters).Index())
        {
            var focus = people.PostOf(scenario.Cadres.First(c => c.Id == id), meeting.HeldOn).Duties[0][0];
            if (meeting.Absences.TryGetValue(name, out var reason))
            {
                yield return Step(SampleStep.Time(meeting.HeldOn, 9, 10 * turn), new RecordAbsence(id, people.Names.Write(reason)));
                continue;
            }

            yield return Step(SampleStep.Time(meeting.HeldOn, 9, 10 * turn), new RecordReport(id, people.Names.Write($"{name}报告本月承诺事项进展,重点是{focus}。")));
            yield return Step(SampleStep.Time(meeting.HeldOn, 10, 30 + turn), new RecordAnalysis(id, people.Names.Write($"{focus}:{meeting.Analysis}"), people.Names.Write($"{name}:{meeting.Evaluation}")));
        }

        yield return Step(SampleStep.Time(meeting.HeldOn, 17), new Close());
    }

    static EquatableList<string> Candidates(SampleMonth month, DateTimeOffset at, SampleScenario scenario, SamplePeople people) => scenario.Cadres
        .Where(c => MonthCourse.PledgeDays(c, month, people) is { } days && SampleStep.Time(days.Stated, 18) <= at && !(people.LeftOn(c) <= month.Report.HeldOn))
        .Select(c => c.Id).ToEquatableList();
}
