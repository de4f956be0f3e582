using Microsoft.Data.Sqlite;
using Township.EventSourcing.Sqlite;

namespace Township.Teams;

/// <summary>A team's own aggregate gets its tables and its list like Township's.</summary>
[Collection(nameof(HostedTownship))]
public sealed class TeamReadModelTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("township-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_happens_to_an_own_aggregate_is_listed_in_parts_to_those_who_may_read_it()
    {
        await using var township = await HostedTownship.Start(_folder);
        using (CallerContext.Use(new("ann", "huimin", [Roles.Office])))
            for (var n = 1; n <= 4; n++) (await township.Grains.GetGrain<IBallotGrain>($"huimin/b-{n}").Execute(new BallotCommand.Vote(n == 4 ? 12 : 10 - n))).Accepted.Should().BeTrue();
        await using (var checkpoints = new SqliteCheckpointStore(Path.Combine(_folder, "township-read-models.db"))) await checkpoints.Reaches("ballots", 4);

        var ballots = township.Grains.GetGrain<IBallotQueriesGrain>("huimin");
        using (CallerContext.Use(new("ann", "huimin", [Roles.Office])))
        {
            var first = await ballots.List(null, new(2));
            first.Should().BeEquivalentTo(new Page<BallotRow>([new("huimin", "b-4", 12, null), new("huimin", "b-1", 9, null)], first.Next, 4, false));
            (await ballots.List(null, new(2, first.Next))).Items.Select(b => b.BallotId).Should().Equal("b-2", "b-3");
            (await ballots.List(9, new())).Items.Select(b => b.BallotId).Should().Equal("b-4", "b-1");
        }

        using (CallerContext.Use(new("bob", "huimin", [Roles.Citizen])))
            (await ballots.Invoking(b => b.List(null, new())).Should().ThrowAsync<QueryRefusedException>()).Which.Refusal.Code.Should().Be("query.not-entitled");
    }
}
