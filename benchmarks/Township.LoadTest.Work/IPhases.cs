namespace Township.LoadTest.Work;

/// <summary>The two things that are measured of a system, each in a fresh process.</summary>
public interface IPhases : IAsyncDisposable
{
    Task<Written> Write();

    /// <param name="written">What was written before, by another process.</param>
    Task<Recovered> Recover(Written written);
}

/// <summary>What a system came to while it wrote.</summary>
public sealed record Written(string Version, int Commands, double Seconds, double? P50Ms, double? P99Ms, long Bytes, long? LogBytes, int WarmUpRounds);

/// <summary>What a fresh process found: every ledger loaded once.</summary>
public sealed record Recovered(int Events, double Seconds, int Lost, int Doubled);
