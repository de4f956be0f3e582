namespace Township.EventSourcing.Tests;

public sealed class ExpectedVersionTests
{
    static readonly CommitHash Hash = new([1, .. new byte[31]]);

    [Fact]
    public void Each_expectation_accepts_its_heads_and_prints_itself()
    {
        (ExpectedVersion Expected, bool None, bool One, bool OtherOne, bool Two, string Text)[] table =
        [
            (ExpectedVersion.Any, true, true, true, true, "any"),
            (ExpectedVersion.Exists, false, true, true, true, "some"),
            (ExpectedVersion.None, true, false, false, false, "none"),
            (default, true, false, false, false, "none"),
            (ExpectedVersion.Exactly(1), false, true, true, false, "1"),
            (ExpectedVersion.Exactly(At(1, Hash)), false, true, false, false, $"1 ({Hash})"),
            (ExpectedVersion.Exactly(At(0, CommitHash.Zero)), true, false, false, false, "none"),
        ];
        table.Should().AllSatisfy(row =>
        {
            var accepted = (new[] { At(0, CommitHash.Zero), At(1, Hash), At(1, CommitHash.Zero), At(2, Hash) }).Select(row.Expected.Accepts);
            accepted.Should().Equal(row.None, row.One, row.OtherOne, row.Two);
            row.Expected.ToString().Should().Be(row.Text);
        });
    }

    [Fact]
    public void A_negative_version_is_refused() => new Action(() => ExpectedVersion.Exactly(-1)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void A_range_is_empty_when_nothing_can_lie_within()
    {
        new[] { new StreamRange(Limit: 0), new(3, 2), new(0, 0), StreamRange.UpTo(0), new(-3, -1) }.Should().OnlyContain(r => r.IsEmpty);
        new[] { StreamRange.All, StreamRange.After(7), StreamRange.UpTo(1), new(2, 2) }.Should().OnlyContain(r => !r.IsEmpty);
    }

    static StreamHead At(long version, CommitHash hash) => new(Bank.A, version, hash);
}
