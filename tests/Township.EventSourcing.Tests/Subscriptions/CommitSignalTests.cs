using System.Security.Cryptography;
using CsCheck;

namespace Township.EventSourcing.Tests;

/// <summary>What a process knows of the newest part of a log that several write to.</summary>
public sealed class CommitSignalTests
{
    static readonly EquatableList<string> Hearings = ["hearing", "promise"];

    readonly CommitSignal _signal = new();

    [Fact]
    public void Nothing_is_known_before_anything_was_told()
    {
        _signal.Known.Should().BeNull();
        _signal.QuietAfter(0, Hearings).Should().BeNull();
        _signal.Raise(7);
        _signal.QuietAfter(3, Hearings).Should().BeNull();
    }

    [Fact]
    public void What_was_told_without_a_gap_is_known_as_one()
    {
        Tell(10, 12, "pledge").Should().BeTrue();
        Tell(12, 15, "pledge", "draw").Should().BeTrue();
        _signal.Position.Should().Be(15);
        _signal.QuietAfter(10, Hearings).Should().Be(15);
        _signal.QuietAfter(13, Hearings).Should().Be(15);
        _signal.QuietAfter(9, Hearings).Should().BeNull("what was before is not known");
        _signal.QuietAfter(15, Hearings).Should().BeNull("there is nothing after it");
    }

    [Fact]
    public void A_stretch_with_one_of_the_categories_is_quiet_only_behind_its_end()
    {
        Tell(0, 4, "pledge");
        Tell(4, 6, "promise", "pledge");
        Tell(6, 9, "pledge");
        _signal.QuietAfter(0, Hearings).Should().BeNull();
        _signal.QuietAfter(5, Hearings).Should().BeNull();
        _signal.QuietAfter(6, Hearings).Should().Be(9);
    }

    [Fact]
    public void What_lies_behind_a_gap_counts_when_somebody_has_looked_into_it()
    {
        Tell(0, 4, "pledge");
        Tell(6, 8, "pledge").Should().BeFalse();
        Tell(9, 10, "hearing").Should().BeFalse();
        _signal.Position.Should().Be(10);
        _signal.QuietAfter(0, Hearings).Should().Be(4);
        _signal.IsOnlyGapAfter(4, ["draw"]).Should().BeTrue();
        _signal.IsOnlyGapAfter(4, Hearings).Should().BeFalse("there is a hearing behind it");

        Tell(4, 7, "draw").Should().BeTrue("it reaches into what was told before");
        _signal.Known.Should().Be(Mark(8));
        Tell(8, 9, "pledge").Should().BeTrue();
        _signal.Known.Should().Be(Mark(10));
        _signal.QuietAfter(4, ["village"]).Should().Be(10);
        _signal.QuietAfter(4, ["draw"]).Should().BeNull();
        _signal.QuietAfter(8, Hearings).Should().BeNull();
        _signal.IsOnlyGapAfter(4, ["village"]).Should().BeFalse();
    }

    [Fact]
    public void What_is_known_already_is_no_news()
    {
        Tell(0, 8, "pledge");
        Tell(3, 8, "hearing").Should().BeFalse();
        _signal.QuietAfter(0, Hearings).Should().Be(8);
    }

    [Fact]
    public void A_commit_that_is_known_without_its_category_is_no_gap_to_wait_for()
    {
        Tell(0, 4, "pledge");
        Tell(6, 8, "pledge");
        _signal.Raise(9);
        _signal.IsOnlyGapAfter(4, Hearings).Should().BeFalse();
    }

    [Fact]
    public void Nothing_is_known_any_more_after_forgetting()
    {
        Tell(0, 4, "pledge");
        Tell(6, 8, "pledge");
        _signal.Forget();
        _signal.Known.Should().BeNull();
        _signal.QuietAfter(0, Hearings).Should().BeNull();
        Tell(8, 9, "draw");
        _signal.QuietAfter(0, Hearings).Should().BeNull();
        _signal.QuietAfter(8, Hearings).Should().Be(9);
    }

    [Fact]
    public void A_gap_that_nobody_looks_into_is_given_up_some_time()
    {
        Tell(0, 1, "pledge");
        for (var n = 0; n <= 1000; n++) Tell(10 + n, 11 + n, "pledge");
        _signal.QuietAfter(0, Hearings).Should().BeNull();
        _signal.Known.Should().Be(Mark(1011));
        _signal.QuietAfter(1010, Hearings).Should().Be(1011);
    }

    [Fact]
    public void Whatever_the_order_of_telling_what_is_quiet_is_quiet() =>
        Gen.Select(Gen.Int[1, 3].Array[1, 30], Gen.Int[0, 3].Array[30], Gen.Int).Sample((lengths, kinds, seed) =>
        {
            string[] names = ["hearing", "pledge", "draw", "village"];
            var (stretches, log, end) = (new List<LogStretch>(), new List<string>(), 0);
            foreach (var (length, n) in lengths.Select((length, n) => (length, n)))
            {
                stretches.Add(new(end, Mark(end + length), [names[kinds[n]]]));
                log.AddRange(Enumerable.Repeat(names[kinds[n]], length));
                end += length;
            }

            var signal = new CommitSignal();
            foreach (var stretch in stretches.OrderBy(s => HashCode.Combine(s.After, seed)))
            {
                signal.Raise(stretch);
                for (var position = 0; position <= end; position++)
                    if (signal.QuietAfter(position, ["hearing"]) is { } quiet) log[position..(int)quiet].Should().NotContain("hearing");
            }

            signal.Position.Should().Be(end);
        });

    bool Tell(long after, long last, params string[] categories) => _signal.Raise(new LogStretch(after, Mark(last), categories));

    static LogMark Mark(long position) => new(position, new(SHA256.HashData(BitConverter.GetBytes(position))));
}
