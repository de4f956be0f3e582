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
    public void Contents_are_numbered_as_they_come_and_an_earlier_one_is_older_code()
    {
        var numbered = SubscriptionRecord.New("tally").WithContent("promise.1").WithContent("promise.1").WithContent("hearing.1 promise.1").WithContent("promise.1");
        numbered.Contents.Should().Equal(new SubscriptionContent(1, "promise.1"), new(2, "hearing.1 promise.1"));
        numbered.VersionOf("hearing.1").Should().BeNull();
        Live.WithContent("wider").VersionOf("wider").Should().Be(2, "there was a version 1 already");

        var newer = numbered.Take(2, "newer", Sample.Noon).Begin(new("tally", 2, 1), 1, ["tally"]).Advance(new("tally", 2, 1), 1, Start, Later, Sample.Noon).Publish(new("tally", 2, 1), 1);
        var back = () => newer.Take(newer.VersionOf("promise.1")!.Value, "older", Sample.Noon);
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
