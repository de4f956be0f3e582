namespace Township.Samples;

/// <summary>Tells the silo's decisions the time of the sample. Timers and everything else in the process keep the real one.</summary>
sealed class SampleClock : TimeProvider
{
    long _ticks = DateTimeOffset.UnixEpoch.UtcTicks;

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
}
