namespace Township.Samples;

/// <summary>A scenario, who is who in it, and the commands that play it.</summary>
sealed record SamplePlay(SampleScenario Scenario, SamplePeople People, IReadOnlyList<ScriptedCommand> Steps)
{
    /// <exception cref="SampleException">The file is missing, not what it should be, or contradicts itself.</exception>
    public static async Task<SamplePlay> Load(string file, CancellationToken cancellation)
    {
        var scenario = await SampleScenario.Load(Path.Combine(AppContext.BaseDirectory, "samples", file), cancellation);
        var people = new SamplePeople(scenario);
        return new(scenario, people, SampleScript.Write(scenario, people));
    }
}
