using Township.Tills;

namespace Township;

/// <summary>What is read is what was written, or it is not used.</summary>
[Collection(nameof(TillCluster))]
public sealed class HistoryTests(TillCluster cluster) : IDisposable
{
    public void Dispose() => cluster.Heal();

    [Fact]
    public async Task A_changed_history_is_never_folded()
    {
        var (till, stream) = cluster.NewTill();
        await cluster.Rival(stream, "1");
        await cluster.Rival(stream, "2");
        cluster.Change = c => c.FirstVersion == 1 ? c with { Content = c.Content with { Events = JsonBytes.From(c.Content.Events.ToString().Replace("1}", "9}", StringComparison.Ordinal)) } } : c;
        for (var again = 0; again < 2; again++) await IsDamaged(() => till.Look(), "the history was changed");
        await IsDamaged(() => till.Deposit(1), "the history was changed");
        cluster.Change = null;
        (await till.Look()).Should().Be(new TillLook(2, 3, "", 3, "", 0));
    }

    [Fact]
    public async Task A_history_that_is_changed_later_is_found_by_whoever_reads_it_again()
    {
        var (till, _) = cluster.NewTill();
        await till.Deposit(1);
        await till.Deposit(2);
        cluster.Change = c => c.FirstVersion == 2 ? null : c;
        await IsDamaged(() => till.Refresh(), "the history was cut off");
        cluster.Change = null;
        await till.Refresh();
        (await till.Look()).Should().Be(new TillLook(2, 3, "", 3, "", 0));

        cluster.Change = c => c.FirstVersion == 2 ? c with { Hash = CommitHash.Zero } : c;
        await IsDamaged(() => till.Events(0, 1), "the history was changed");
        await IsDamaged(() => till.Refresh(), "the history was changed");
        cluster.Change = null;
    }

    [Theory]
    [InlineData("Township.Tills.Renamed", "{}")]
    [InlineData("Township.Tills.Deposited", """{"sum":1}""")]
    [InlineData("Township.Tills.Jammed", "{}")]
    [InlineData("System.Diagnostics.Process", "{}")]
    public async Task A_stream_that_cannot_be_folded_says_so_at_every_call_and_other_grains_go_on(string name, string data)
    {
        var (till, stream) = cluster.NewTill();
        var (other, _) = cluster.NewTill();
        await Write(stream, new StoredMessage(name, 1, JsonBytes.From(data)));
        for (var again = 1; again < 3; again++)
        {
            await IsDamaged(() => till.Deposit(1), name);
            await IsDamaged(() => till.Look(), name);
            await other.Deposit(1);
            (await other.Look()).Version.Should().Be(again);
        }

        (await cluster.Commits(stream)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_poisonous_event_of_a_rival_stops_the_grain_at_once()
    {
        var (till, stream) = cluster.NewTill();
        await till.Deposit(1);
        await Write(stream, new StoredMessage("Township.Tills.Jammed", 1, JsonBytes.From("{}")));
        await IsDamaged(() => till.Deposit(1), "the till is jammed");
        await IsDamaged(() => till.Look(), "the till is jammed");
        await IsDamaged(() => till.Deposit(1), "the till is jammed");
        (await cluster.Commits(stream)).Should().HaveCount(2);
    }

    async Task Write(StreamId stream, StoredMessage e) => await Rivals.Write(cluster.Store, stream, e);

    static async Task IsDamaged(Func<Task> call, string told)
    {
        var failure = (await call.Should().ThrowAsync<AggregateFailureException>()).Which;
        failure.Kind.Should().Be(FailureKind.DamagedHistory);
        failure.Message.Should().Contain(told);
    }
}
