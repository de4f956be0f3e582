using Township.Cadres;
using Township.Posts;
using Township.Rosters;
using Township.Supervisors;

namespace Township.Samples;

/// <summary>Posts, supervisors and cadres as they are recorded first; superiors before those they oversee.</summary>
static class FirstRecords
{
    public static IEnumerable<ScriptedCommand> Of(SampleScenario scenario, SamplePeople people)
    {
        var day = scenario.RecordedOn;
        foreach (var post in scenario.Posts)
            yield return new(ScriptedCommand.Time(day, 9), people.Office, post.Id,
                new PostCommand.Establish(post.Title, post.Department, post.Level, post.Duties.Select(d => d[0]).ToEquatableList()));

        foreach (var supervisor in scenario.Supervisors)
        {
            yield return new(ScriptedCommand.Time(day, 9), people.Office, supervisor.Id, new SupervisorCommand.Appoint(supervisor.Name, supervisor.Organisation, day));
            foreach (var (index, (relative, relation)) in supervisor.Relatives.Index())
                yield return new(ScriptedCommand.Time(day, 11, index), people.ActorOf(supervisor.Name), supervisor.Id, new SupervisorCommand.DeclareRelative(people.Id(relative), relation));
        }

        yield return new(ScriptedCommand.Time(day, 9), people.Office, RosterKey.Id, new RosterCommand.Enter([.. scenario.Cadres.Select(c => c.Id)]));
        foreach (var cadre in scenario.Cadres)
        {
            var level = people.PostOf(cadre, cadre.Joined).Level;
            yield return new(ScriptedCommand.Time(cadre.Joined > day ? cadre.Joined : day, 10, 10 * (int)level), people.Office, cadre.Id,
                new CadreCommand.Register(cadre.Name, cadre.Post, cadre.Superior is { } superior ? people.Id(superior) : null, cadre.Joined));
        }
    }
}
