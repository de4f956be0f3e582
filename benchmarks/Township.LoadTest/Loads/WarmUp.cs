using Township.LoadTest.Work;

namespace Township.LoadTest.Loads;

/// <summary>Runs a load on streams of its own until the runtime has compiled what it compiles of a hot program.</summary>
static class WarmUp
{
    public static Task Run(IGrainFactory grains, LoadOptions options) =>
        Quiet.Warm(round => new CommandLoad(grains, options with { Aggregates = 500, Commands = 20, Duration = null }, $"warm-up-{round}").Run());
}
