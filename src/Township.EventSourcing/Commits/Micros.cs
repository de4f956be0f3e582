namespace Township.EventSourcing;

/// <summary>Moments as whole microseconds since 1970-01-01T00:00:00Z: what every supported database keeps exactly.</summary>
public static class Micros
{
    /// <summary>The moment's microseconds, rounded down.</summary>
    public static long Of(DateTimeOffset moment) =>
        Math.DivRem(moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond) is var (whole, rest) && rest < 0 ? whole - 1 : whole;

    /// <summary>The moment of a number of microseconds, in UTC.</summary>
    public static DateTimeOffset ToMoment(long micros) => DateTimeOffset.UnixEpoch.AddTicks(checked(micros * TimeSpan.TicksPerMicrosecond));

    /// <summary>The moment in UTC, rounded down to whole microseconds.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset moment) => ToMoment(Of(moment));
}
