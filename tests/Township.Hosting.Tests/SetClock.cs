namespace Township;

/// <summary>The machine's clock, set wrong or right by a test. Timers are not moved.</summary>
sealed class SetClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
