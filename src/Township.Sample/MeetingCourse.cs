using Township.Draws;
using Township.ReportMeetings;
using Township.Townships;
using static Township.ReportMeetings.ReportMeetingCommand;

namespace Township.Samples;

/// <summary>The report meeting of a month: the draws, the reports, their analysis and evaluation.</summary>
static class MeetingCourse
{
    const int Reporters = 3;

    public static IEnumerable<ScriptedCommand> Of(SampleMonth month, SampleScenario scenario, SamplePeople people)
    {
        var meeting = month.Report;
        ScriptedCommand Step(DateTimeOffset at, ReportMeetingCommand command) => new(at, people.Office, month.Month.ToString(), command);
        ScriptedCommand Draw(DateTimeOffset at, string draw, DrawCommand command) => new(at, people.Office, draw, command);

        yield return Step(ScriptedCommand.Time(meeting.ConvenedOn, 9), new Convene(meeting.HeldOn, meeting.Place));
        IReadOnlyList<string> reporters = [];
        foreach (var (index, draw) in month.Draws.Index())
        {
            var (frozen, ended, id) = (ScriptedCommand.Time(draw.FrozenAt), ScriptedCommand.Time(draw.EndedAt), DrawId.OfMeeting(month.Month) with { Number = index + 1 });
            var terms = Terms(month, draw, frozen, scenario, people);
            yield return Draw(frozen, $"{id}", new DrawCommand.Freeze(terms.Candidates, terms.Excluded, draw.BeaconId, draw.Day));
            yield return Step(frozen.AddMinutes(10), new AttachDraw());
            if (draw.Seed is not { } seed)
            {
                yield return Draw(ended, $"{id}", new DrawCommand.Void(people.Names.Write(draw.Void ?? throw new SampleException($"The draw {id} has neither a seed nor a reason to be void."))));
                continue;
            }

            yield return Draw(ended, $"{id}", new DrawCommand.Reveal(seed));
            yield return Step(ended.AddMinutes(10), new NameReporters());
            // Anyone who knows seed and terms knows who reports; see DrawAlgorithm.
            reporters = DrawAlgorithm.Select(
                DrawAlgorithm.Commit(DrawAlgorithm.Lines(new("draw", scenario.Township, $"{id}"), terms)),
                terms.Beacon.Form.Write(seed) ?? throw new SampleException($"The seed of {id} is not of the form {terms.Beacon.Form.Describe()}."), terms.Candidates, terms.Winners);
        }

        var names = reporters.Select(id => scenario.Cadres.First(c => c.Id == id).Name).ToList();
        if (meeting.Absences.Keys.FirstOrDefault(n => !names.Contains(n)) is { } stranger)
            throw new SampleException($"{month.Month}: {stranger} is absent but was not drawn; drawn are {string.Join(", ", names)}.");
        foreach (var (turn, (name, id)) in names.Zip(reporters).Index())
        {
            var focus = people.PostOf(scenario.Cadres.First(c => c.Id == id), meeting.HeldOn).Duties[0][0];
            if (meeting.Absences.TryGetValue(name, out var reason))
            {
                yield return Step(ScriptedCommand.Time(meeting.HeldOn, 9, 10 * turn), new RecordAbsence(id, people.Names.Write(reason)));
                continue;
            }

            yield return Step(ScriptedCommand.Time(meeting.HeldOn, 9, 10 * turn), new RecordReport(id, people.Names.Write($"{name}报告本月承诺事项进展,重点是{focus}。")));
            yield return Step(ScriptedCommand.Time(meeting.HeldOn, 10, 30 + turn), new RecordAnalysis(id, people.Names.Write($"{focus}:{meeting.Analysis}"), people.Names.Write($"{name}:{meeting.Evaluation}")));
        }

        yield return Step(ScriptedCommand.Time(meeting.HeldOn, 17), new Close());
    }

    // Somebody who was exempt at first may have pledged after all.
    static bool Stated(SampleCadre cadre, SampleMonth month, DateTimeOffset at, SampleScenario scenario) => scenario.Acts.Any(
        a => a is { Do: "pledge.record-statement", Refused: null } && a.On == $"{cadre.Name}.{month.Month}" && ScriptedCommand.Time(a.At) <= at);

    // The cadres of the month: those who have pledged are drawn from, the others are named with the reason.
    static DrawTerms Terms(SampleMonth month, SampleDraw draw, DateTimeOffset at, SampleScenario scenario, SamplePeople people)
    {
        var there = scenario.Cadres.Where(c => c.Joined <= LocalTime.DateOf(at) && !(people.LeftOn(c) < month.Report.HeldOn)).ToLookup(
            c => (MonthCourse.PledgeDays(c, month, people) is { } days && ScriptedCommand.Time(days.Stated, 18) <= at) || Stated(c, month, at, scenario));
        var beacon = DrawPolicy.Default.Values.Beacons.First(b => b.Id == draw.BeaconId);
        return new(
            [.. there[true].Select(c => c.Id)],
            [.. there[false].Select(c => new Exclusion(c.Id, month.Exempt.ContainsKey(c.Name) ? ExclusionGround.Exempt : ExclusionGround.Unpledged))],
            Reporters, beacon, draw.Day, LocalTime.StartOf(draw.Day).AddMinutes((beacon.Hour * 60) + beacon.Minute), DrawPolicy.Default.Version);
    }
}
