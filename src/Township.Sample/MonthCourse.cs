using Township.Calendars;
using Township.Pledges;

namespace Township.Samples;

/// <summary>The course of a month: forms, statements, exemptions, verifications.</summary>
static class MonthCourse
{
    /// <summary>When a cadre's form is written and the statement made; null when they do not pledge in that month.</summary>
    public static (DateOnly Written, DateOnly Stated)? PledgeDays(SampleCadre cadre, SampleMonth month, SamplePeople people)
    {
        if (cadre.Joined > month.Month.LastDay || people.LeftOn(cadre) < month.Month.FirstDay) return null;
        if (month.Exempt.ContainsKey(cadre.Name) || month.Missed.Contains(cadre.Name)) return null;
        if (month.Late.TryGetValue(cadre.Name, out var late)) return (late, late);
        if (month.Month.Contains(cadre.Joined)) return (Workday(cadre.Joined, 2), Workday(cadre.Joined, 3));
        return (Workday(month.StatementsOn, -1 - cadre.Id[^1] % 3), month.StatementsOn);
    }

    public static IEnumerable<ScriptedCommand> Of(SampleMonth month, SampleScenario scenario, SamplePeople people) =>
        scenario.Cadres.SelectMany((cadre, index) => Of(cadre, index, month, scenario, people)).Concat(Exemptions(month, people));

    static IEnumerable<ScriptedCommand> Of(SampleCadre cadre, int index, SampleMonth month, SampleScenario scenario, SamplePeople people)
    {
        var id = new PledgeId(cadre.Id, month.Month).ToString();
        if (month.Missed.Contains(cadre.Name)) yield return new(ScriptedCommand.Time(month.VerifiedOn, 15), people.Office, id, new PledgeCommand.MarkMissed());
        if (PledgeDays(cadre, month, people) is not { } days) yield break;

        var items = people.PostOf(cadre, days.Written).Items();
        var form = scenario.Acts.Count(a => a is { Do: "pledge-form.issue", Refused: null } && string.CompareOrdinal((string?)a.With?["from"], month.Month.ToString()) <= 0);
        var focus = string.Join("、", items.Select(i => i.Focus));
        yield return new(ScriptedCommand.Time(days.Written, 9), people.ActorOf(cadre.Name), id, new PledgeCommand.Write(items, form));
        yield return new(ScriptedCommand.Time(days.Stated, 14, 30), people.Office, id,
            new PledgeCommand.RecordStatement($"{month.Month.Number}月工作承诺表态会", days.Stated, people.Names.Write($"{cadre.Name}表态:本月抓好{focus},按承诺表完成。")));

        if (people.LeftOn(cadre) <= month.Month.LastDay) yield break;
        month.Unfulfilled.TryGetValue(cadre.Name, out var shortfall);
        yield return new(ScriptedCommand.Time(month.VerifiedOn, 9, 30), Verifier(cadre, index, scenario, people), id, new PledgeCommand.Verify(
            items.Select((_, i) => shortfall is not null && shortfall.Items.Contains(i + 1)
                ? new Finding(i + 1, false, people.Names.Write(shortfall.Evidence))
                : new Finding(i + 1, true, $"对照第{i + 1}项目标查看台账并实地核实,已完成。")).ToEquatableList()));
    }

    static IEnumerable<ScriptedCommand> Exemptions(SampleMonth month, SamplePeople people) => month.Exempt.Select(e => new ScriptedCommand(
        ScriptedCommand.Time(month.StatementsOn, 16), people.ActorOf(e.Value.By), new PledgeId(people.Id(e.Key), month.Month).ToString(),
        new PledgeCommand.Exempt(e.Value.Kind, people.Names.Write(e.Value.Reason))));

    // In turn; whoever is a relative leaves it to the next one.
    static Actor Verifier(SampleCadre cadre, int index, SampleScenario scenario, SamplePeople people) => people.ActorOf(
        Enumerable.Range(index, scenario.Supervisors.Count).Select(i => scenario.Supervisors[i % scenario.Supervisors.Count])
            .First(s => !s.Relatives.ContainsKey(cadre.Name)).Name);

    static DateOnly Workday(DateOnly day, int workdays)
    {
        var step = Math.Sign(workdays);
        for (var left = Math.Abs(workdays); left > 0;)
        {
            day = day.AddDays(step);
            if (WorkCalendar.Newest.IsWorkday(day)) left--;
        }

        return day;
    }
}
