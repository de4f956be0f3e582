using Township.EventSourcing.Testing;

namespace Township.EventSourcing.Tests;

/// <summary>How a subscription's record changes, and what it refuses: the last line of defence, in every database.</summary>
public sealed class RecordTests
{
    static readonly LogHead Start = new(0, CommitHash.Zero), Later = new(7, CommitHash.OfLog(CommitHash.Zero, 7, CommitHash.Zero));

    static readonly SubscriptionRecord Building = SubscriptionRecord.New("tally").Take(1, "first", Sample.Noon) is var taken
        ? taken.Begin(taken.LeaseOf(1), 1, ["tally"])
        : null!;

    static readonly SubscriptionRecord Live = Building.Advance(Building.LeaseOf(1), 1, Start, Later, Sample.Noon).Publish(Building.LeaseOf(1), 1);

    [Fact]
    public void A_build_moves_only_from_where_it_stands()
    {
        Building.Advance(Building.LeaseOf(1), 1, Start, Later, Sample.Noon).Builds[0].Checkpoint.Should().Be(Later);
        var elsewhere = () => Building.Advance(Building.LeaseOf(1), 1, Later, Later, Sample.Noon);
        elsewhere.Should().Throw<SubscriptionChangedException>();
        var nowhere = () => Building.Advance(Building.LeaseOf(1), 2, Start, Later, Sample.Noon);
        nowhere.Should().Throw<SubscriptionChangedException>();
    }

    [Fact]
    public void A_build_behind_the_live_one_is_not_published()
    {
        var rebuilt = Live.Rebuild(Sample.Noon);
        rebuilt = rebuilt.Begin(rebuilt.LeaseOf(1), 2, ["tally"]);
        var behind = () => rebuilt.Publish(rebuilt.LeaseOf(1), 2);
        behind.Should().Throw<SubscriptionChangedException>();
        var caughtUp = rebuilt.Advance(rebuilt.LeaseOf(1), 2, Start, Later, Sample.Noon).Publish(rebuilt.LeaseOf(1), 2);
        caughtUp.Builds.Select(b => (b.Number, b.State)).Should().Equal((1, BuildState.Retired), (2, BuildState.Live));
    }

    [Fact]
    public void Tables_of_another_shape_are_built_beside_the_live_ones_of_the_same_version()
    {
        var same = Live.Take(1, "second", Sample.Noon);
        same.Builds.Should().Equal(Live.Builds);
        var other = Live.Take(1, "second", Sample.Noon, content: "wider");
        other.Builds.Select(b => (b.Number, b.Content, b.State)).Should().Equal((1, "", BuildState.Live), (2, "wider", BuildState.Requested));
        var again = other.Take(1, "third", Sample.Noon, content: "wider");
        again.Builds.Should().Equal(other.Builds, "it is being made already");
        var begun = again.Begin(again.LeaseOf(1), 2, ["tally"]);
        var done = begun.Advance(begun.LeaseOf(1), 2, Start, Later, Sample.Noon).Publish(begun.LeaseOf(1), 2);
        done.Builds.Select(b => (b.Number, b.State)).Should().Equal((1, BuildState.Retired), (2, BuildState.Live));
        done.Rebuild(Sample.Noon).Builds[^1].Content.Should().Be("wider");
        // Versions alone say which code is newer: content never lets older code win.
        var back = () => done.Take(2, "newer", Sample.Noon).Begin(new("tally", 2, 1), 3, ["tally"]).Advance(new("tally", 2, 1), 3, Start, Later, Sample.Noon)
            .Publish(new("tally", 2, 1), 3).Take(1, "older", Sample.Noon, content: "wider");
        back.Should().Throw<SubscriptionSupersededException>();
    }

    [Fact]
    public void Only_a_retired_build_is_dropped()
    {
        var live = () => Live.Drop(Live.LeaseOf(1), 1);
        live.Should().Throw<SubscriptionChangedException>();
    }

    [Fact]
    public void A_record_survives_as_JSON()
    {
        var failed = Live.Fail(Live.LeaseOf(1), 1, new(8, "account/huimin/a", "原因", Sample.Noon, MayBeSkipped: true));
        var skipped = failed.Skip(8, "理由", "c-001", Sample.Noon);
        foreach (var record in (SubscriptionRecord[])[SubscriptionRecord.New("tally"), Building, Live, failed, skipped])
            SubscriptionRecord.FromJson(record.ToJson()).Should().Be(record);
    }

    [Fact]
    public void A_record_of_a_newer_program_is_refused()
    {
        var read = () => SubscriptionRecord.FromJson(Live.ToJson().Replace("\"skips\"", "\"later\":1,\"skips\"", StringComparison.Ordinal));
        read.Should().Throw<System.Text.Json.JsonException>();
    }

    [Theory]
    [InlineData("pledge_months", true)]
    [InlineData("a", true)]
    [InlineData("a1_b2", true)]
    [InlineData("", false)]
    [InlineData("1a", false)]
    [InlineData("a__b", false)]
    [InlineData("a_", false)]
    [InlineData("A", false)]
    [InlineData("a b", false)]
    [InlineData("a;drop", false)]
    [InlineData("this_name_has_forty_one_characters_which_x", false)]
    public void Names_fit_into_every_database(string name, bool valid) => TableNames.IsValid(name).Should().Be(valid);

    [Fact]
    public void A_table_that_was_not_declared_has_no_name()
    {
        var names = new TableNames(3, ["tally"]);
        names["tally"].Should().Be("tally__b3");
        var other = () => names["other"];
        other.Should().Throw<ArgumentException>();
    }
}
