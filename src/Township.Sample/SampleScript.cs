using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Township.Cadres;

namespace Township.Samples;

/// <summary>A scenario as the commands that play it, in the order of time. Steps of one moment do not depend on each other.</summary>
static class SampleScript
{
    static readonly Dictionary<string, Type> Commands = typeof(CadreCommand).Assembly.GetTypes()
        .Where(t => t.GetCustomAttribute<CommandNameAttribute>() is not null)
        .ToDictionary(t => t.GetCustomAttribute<CommandNameAttribute>()!.Name);

    /// <exception cref="SampleException">The scenario contradicts itself.</exception>
    public static IReadOnlyList<ScriptedCommand> Write(SampleScenario scenario, SamplePeople people)
    {
        IEnumerable<ScriptedCommand> steps =
        [
            .. FirstRecords.Of(scenario, people),
            .. scenario.Months.SelectMany(m => MonthCourse.Of(m, scenario, people)),
            .. scenario.Months.SelectMany(m => MeetingCourse.Of(m, scenario, people)),
            .. scenario.SignUps.SelectMany(s => HearingCourse.Of(s, people)),
            .. scenario.Sittings.SelectMany(s => HearingCourse.Of(s, people)),
            .. scenario.Acts.Select(a => StepOf(a, people)),
        ];
        var script = steps.OrderBy(s => s.At).Select(s => s.WithCommandId(scenario.Name)).ToList();
        return script.CountBy(s => s.Command.CommandId).FirstOrDefault(c => c.Value > 1).Key is var twice && twice != Guid.Empty
            ? throw new SampleException($"{scenario.Name}: twice the same scripted: {script.First(s => s.Command.CommandId == twice)}.")
            : script;
    }

    static ScriptedCommand StepOf(SampleAct act, SamplePeople people)
    {
        if (!Commands.TryGetValue(act.Do, out var type)) throw new SampleException($"{act.At}: there is no command {act.Do}.");
        try
        {
            var command = (Command)(people.Resolved(act.With) ?? new JsonObject()).Deserialize(type, people.Json)!;
            return new(ScriptedCommand.Time(act.At), people.ActorOf(act.By), people.AggregateId(act.On), command, act.Refused);
        }
        catch (JsonException e)
        {
            throw new SampleException($"{act.At} {act.Do}: {e.Message}");
        }
    }
}
