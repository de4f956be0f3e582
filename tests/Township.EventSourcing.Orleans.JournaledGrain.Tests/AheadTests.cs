namespace Township;

/// <summary>A stream that was written while some clock was ahead is not gone on with unnoticed.</summary>
[Collection(nameof(TillCluster))]
public sealed class AheadTests(TillCluster cluster)
{
    [Fact]
    public async Task Events_of_a_grain_whose_stream_lies_ahead_are_refused_and_other_grains_go_on()
    {
        var (till, stream) = cluster.NewTill();
        await cluster.RivalAhead(stream, TimeSpan.FromDays(30));
        var deposit = () => till.Deposit(10);
        (await deposit.Should().ThrowAsync<AggregateFailureException>()).Which.Kind.Should().Be(FailureKind.StreamAhead);
        (await cluster.Stored(stream)).Should().Equal("""Deposited{"amount":1}""");

        var (other, otherStream) = cluster.NewTill();
        await cluster.RivalAhead(otherStream, TimeSpan.FromMinutes(1));
        await other.Deposit(10);
        (await cluster.Commits(otherStream)).Select(c => c.Content.DecidedAtMicros).Distinct().Should().ContainSingle("decided-at goes on from the last one");
    }
}
