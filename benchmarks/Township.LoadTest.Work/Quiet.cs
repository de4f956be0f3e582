using System.Diagnostics;
using System.Runtime;

namespace Township.LoadTest.Work;

/// <summary>Warming up until the runtime has compiled what it compiles of a hot program.</summary>
public static class Quiet
{
    // Methods are compiled again, better, some time after they have become hot: one quiet round proves nothing.
    const int FewMethods = 50, QuietRounds = 4;

    /// <summary>There are never more.</summary>
    public const int MostRounds = 30;

    static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    /// <summary>Repeats a round until several in a row have compiled next to nothing, or for half a minute.</summary>
    /// <returns>How many rounds there were.</returns>
    public static async Task<int> Warm(Func<int, Task> round)
    {
        var (rounds, watch) = (0, Stopwatch.StartNew());
        for (var quiet = 0; rounds < MostRounds && quiet < QuietRounds && watch.Elapsed < Most; rounds++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            await round(rounds);
            quiet = JitInfo.GetCompiledMethodCount() - compiled < FewMethods ? quiet + 1 : 0;
        }

        return rounds;
    }
}
