namespace Township.LoadTest;

/// <summary>The machine's clock, set forward: what must wait for days does not wait for them. Timers are not moved.</summary>
sealed class ShiftedClock : TimeProvider
{
    TimeSpan _ahead;

    public void Forward(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
