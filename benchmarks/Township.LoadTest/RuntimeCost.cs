using System.Runtime;

namespace Township.LoadTest;

/// <summary>What the process has cost the machine so far: senders, silo and store together.</summary>
readonly record struct RuntimeCost(TimeSpan Cpu, long Allocated, TimeSpan Paused, int Collections, TimeSpan Compiling)
{
    public static RuntimeCost Now() =>
        new(Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration(), GC.CollectionCount(0), JitInfo.GetCompilationTime());

    public RuntimeCost Since(RuntimeCost earlier) =>
        new(Cpu - earlier.Cpu, Allocated - earlier.Allocated, Paused - earlier.Paused, Collections - earlier.Collections, Compiling - earlier.Compiling);

    public string PerCommand(int commands, TimeSpan elapsed) =>
        $"{commands:N0} commands in {elapsed.TotalSeconds:F2} s; per command {Cpu.TotalMicroseconds / commands:F1} µs of CPU time and "
        + $"{Allocated / 1024.0 / commands:F1} KiB allocated; {Collections} collections, {Paused.TotalMilliseconds:N0} ms paused; {Compiling.TotalMilliseconds:N0} ms compiling";
}
