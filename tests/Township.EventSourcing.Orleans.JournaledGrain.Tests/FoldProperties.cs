using CsCheck;
using Township.Tills;

namespace Township;

/// <summary>Whatever a grain, a rival and a failing store do in whatever order: the state is the fold of the confirmed events, and what was acknowledged is among them.</summary>
[Collection(nameof(TillCluster))]
public sealed class FoldProperties(TillCluster cluster)
{
    public enum Kind { Deposit, DepositTwo, DepositLater, Conditional, Refresh, Rival, Down, LostAcknowledgement }

    static readonly Gen<(Kind, int)[]> Steps = Gen.Select(Gen.Enum<Kind>(), Gen.Int[1, 99]).Array[1, 25];

    [Fact]
    public Task The_state_is_the_fold_of_the_confirmed_events() => Steps.SampleAsync(Holds, iter: 60, threads: 1);

    async Task Holds((Kind, int)[] steps)
    {
        var (till, stream) = cluster.NewTill(steps.Length % 2 == 0 ? "till" : "open-till");
        var acknowledged = 0L;
        foreach (var (kind, amount) in steps) acknowledged += await Do(till, stream, kind, amount);
        await Settled(till);

        var look = await till.Look();
        var events = await till.Events(0, look.Version);
        var balance = events.Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(long.Parse);
        look.Should().Be(new TillLook(look.Version, balance, "", balance, "", 0));
        (await cluster.Commits(stream)).Sum(c => c.Content.EventCount).Should().Be(look.Version);
        // What was raised without waiting may be lost, or not; what was waited for is there, and what failed is not.
        (balance - acknowledged).Should().BeInRange(0, steps.Where(s => s.Item1 is Kind.DepositLater).Sum(s => s.Item2));
    }

    async Task<long> Do(ITill till, StreamId stream, Kind kind, int amount)
    {
        try
        {
            switch (kind)
            {
                case Kind.Deposit:
                    await till.Deposit(amount);
                    return amount;
                case Kind.DepositTwo:
                    await till.DepositAtOnce(amount, 1);
                    return amount + 1;
                case Kind.DepositLater:
                    await till.DepositLater(amount);
                    return 0;
                case Kind.Conditional:
                    return await till.WithdrawIfUnchanged(amount) ? -amount : 0;
                case Kind.Refresh:
                    await till.Refresh();
                    return 0;
                case Kind.Rival:
                    await cluster.Rival(stream, $"{amount}");
                    return amount;
                case Kind.Down:
                    cluster.Store.IsDown = () => true;
                    await till.Deposit(amount);
                    throw new InvalidOperationException("It was acknowledged although the store is down.");
                default:
                    cluster.Store.Next([Fault.LostAcknowledgement, .. Enumerable.Repeat(Fault.Before, amount % 2 == 0 ? TillCluster.Retries : 0)]);
                    await till.Deposit(amount);
                    return amount;
            }
        }
        catch (AggregateFailureException e) when (e.Kind == FailureKind.Unavailable)
        {
            return 0;
        }
        finally
        {
            cluster.Store.IsDown = () => false;
        }
    }

    // An activation that was given up is replaced by one that reads the stream.
    static async Task Settled(ITill till)
    {
        for (var refused = 0; ;)
        {
            try
            {
                await till.Refresh();
                return;
            }
            catch (AggregateFailureException) when (refused++ < 100_000)
            {
            }
        }
    }
}
