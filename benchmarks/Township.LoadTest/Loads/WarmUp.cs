using System.Runtime;

namespace Township.LoadTest.Loads;

/// <summary>Runs a load on streams of its own until the runtime has compiled what it compiles of a hot program.</summary>
static class WarmUp
{
    // Methods are compiled again, better, some time after they have become hot: one quiet round proves nothing.
    const int FewMethods = 50, QuietRounds = 4, MostRounds = 30;

    public static async Task Run(IGrainFactory grains, LoadOptions options)
    {
        for (int round = 0, quiet = 0; round < MostRounds && quiet < QuietRounds; round++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            await new CommandLoad(grains, options with { Aggregates = 500, Commands = 20, Duration = null }, $"warm-up-{round}").Run();
            quiet = JitInfo.GetCompiledMethodCount() - compiled < FewMethods ? quiet + 1 : 0;
        }
    }
}
