using CsCheck;

namespace Township.EventSourcing.Tests;

public sealed class MicrosTests
{
    [Theory]
    [InlineData("1970-01-01T00:00:00Z", 0)]
    [InlineData("1970-01-01T00:00:00.0000019Z", 1)]
    [InlineData("1970-01-01T08:00:00.000001+08:00", 1)]
    [InlineData("1969-12-31T23:59:59.999999Z", -1)]
    [InlineData("1969-12-31T23:59:59.9999999Z", -1)]
    [InlineData("1969-12-31T23:59:59.9999981Z", -2)]
    [InlineData("0001-01-01T00:00:00Z", -62135596800000000)]
    [InlineData("9999-12-31T23:59:59.9999999Z", 253402300799999999)]
    public void Moments_are_rounded_down_also_before_1970(string moment, long micros) =>
        Micros.Of(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(micros);

    [Fact]
    public void A_truncated_moment_is_utc_never_later_and_less_than_a_microsecond_earlier() =>
        Gen.DateTimeOffset.Sample(moment =>
        {
            var truncated = Micros.Truncate(moment);
            return truncated.Offset == TimeSpan.Zero && truncated <= moment && moment - truncated < TimeSpan.FromMicroseconds(1)
                && Micros.Of(truncated) == Micros.Of(moment);
        });

    [Fact]
    public void A_number_that_is_no_moment_is_refused() =>
        new Action(() => Micros.ToMoment(long.MaxValue)).Should().Throw<OverflowException>();
}
