namespace Township.EventSourcing;

/// <summary>Moments as whole microseconds since 1970-01-01T00:00:00Z, which every supported database stores exactly.</summary>
public static class Micros
{
    /// <summary>Returns the moment's microseconds, rounded down.</summary>
    public static long Of(DateTimeOffset moment) =>
        Math.DivRem(moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond) is var (whole, rest) && rest < 0
            ? whole - 1
            : whole;

    /// <summary>Returns the moment of a number of microseconds, in UTC.</summary>
    public static DateTimeOffset ToMoment(long micros) => DateTimeOffset.UnixEpoch.AddTicks(checked(micros * TimeSpan.TicksPerMicrosecond));

    /// <summary>Returns the moment in UTC, rounded down to whole microseconds.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset moment) => ToMoment(Of(moment));
}
