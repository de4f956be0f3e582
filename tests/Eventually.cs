using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Township;

/// <summary>Waits in real time for what another thread, process or server does: looks again after short pauses.</summary>
static class Eventually
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20), Deadline = TimeSpan.FromMinutes(2);

    /// <summary>Waits until a condition holds.</summary>
    public static Task Holds(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        Holds(() => Task.FromResult(condition()), what);

    /// <summary>Waits until a condition holds.</summary>
    public static async Task Holds(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        using var pace = new PeriodicTimer(Pause);
        for (var waited = Stopwatch.StartNew(); !await condition(); await pace.WaitForNextTickAsync())
            if (waited.Elapsed > Deadline) throw new TimeoutException($"For {Deadline} it did not hold that {what}");
    }

    /// <summary>Calls until the call no longer fails in a way that passes, and answers what it answers then.</summary>
    public static async Task<T> Succeeds<T>(Func<Task<T>> call, Func<Exception, bool> passes)
    {
        using var pace = new PeriodicTimer(Pause);
        for (var waited = Stopwatch.StartNew(); ; await pace.WaitForNextTickAsync())
        {
            try
            {
                return await call();
            }
            catch (Exception e) when (passes(e) && waited.Elapsed < Deadline)
            {
                // Called again after the pause.
            }
        }
    }
}
