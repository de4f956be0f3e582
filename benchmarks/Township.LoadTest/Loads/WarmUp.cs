using System.Runtime;

namespace Township.LoadTest.Loads;

/// <summary>Runs a load on streams of its own until the runtime has compiled what it compiles of a hot program.</summary>
static class WarmUp
{
    const int FewMethods = 100, MostRounds = 15;

    public static async Task Run(IGrainFactory grains, LoadOptions options)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            await new CommandLoad(grains, options with { Aggregates = 500, Commands = 20, Duration = null }, $"warm-up-{round}").Run();
            if (JitInfo.GetCompiledMethodCount() - compiled < FewMethods) return;
        }
    }
}
