using CsCheck;
using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class SubscriptionConformance<TTransaction>
{
    /// <summary>The steps of a random history.</summary>
    public enum Happening { Append, Step, TakeOver, Die, LoseAcknowledgement, PlaceDown, Rebuild, Upgrade }

    static readonly Gen<(Happening, int)[]> Histories = Gen.Select(Gen.Enum<Happening>(), Gen.Int[0, 2]).Array[1, 40];

    /// <summary>The number of random histories.</summary>
    protected virtual int Interleavings => 20;

    [Fact]
    public Task Any_interleaving_of_appends_crashes_and_owners_gives_the_rows_of_one_pass() => Histories.SampleAsync(async history =>
    {
        var number = Interlocked.Increment(ref _histories);
        var name = $"tally_{number}";
        var version = 1;
        NewStore();
        List<SubscriptionWorker> workers = [];
        var tallies = new Dictionary<SubscriptionWorker, Tally<TTransaction>>();
        await TakeOver();
        foreach (var (happening, who) in history) await Happen(happening, workers[who % workers.Count], who);

        Checkpoints.Next.Clear();
        var last = await TakeOver();
        await Finish(last);
        await Shows(await OnePass(), name);
        Assert.Equal((await Store.ReadLogHead(), version), ((await Record(name)).Live!.Checkpoint, (await Record(name)).Live!.Version));

        async Task<SubscriptionWorker> TakeOver()
        {
            var tally = NewTally(name, version);
            var worker = await Take(tally, $"owner {workers.Count}", batch: 2);
            tallies.Add(worker, tally);
            workers.Add(worker);
            return worker;
        }

        async Task Happen(Happening happening, SubscriptionWorker worker, int who)
        {
            try
            {
                switch (happening)
                {
                    case Happening.Append: await Append($"s{who}"); break;
                    case Happening.TakeOver: await TakeOver(); break;
                    case Happening.Upgrade when version < 3: version++; break;
                    case Happening.Rebuild: await Checkpoints.Change(name, r => r.Rebuild(Sample.Noon)); break;
                    case Happening.LoseAcknowledgement: Checkpoints.Next.Enqueue(CheckpointFault.LostAcknowledgement); break;
                    case Happening.PlaceDown: Checkpoints.Next.Enqueue(CheckpointFault.Before); break;
                    case Happening.Die:
                        tallies[worker].After = () => throw new OperationCanceledException("kill -9");
                        await worker.Work();
                        break;
                    default: await worker.Work(); break;
                }
            }
            catch (Exception e)
                when (e is StoreUnavailableException or SubscriptionDeposedException
                    or SubscriptionSupersededException or OperationCanceledException)
            {
                // Another worker continues after the failure; that is tested here.
            }
        }
    }, iter: Interleavings, threads: 1);

    int _histories;
}
