using CsCheck;
using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class DeadlineConformance
{
    static readonly string[] Streams = ["a", "b", "c"], Names = ["first", "x", "y", "poison"];

    [Fact]
    public async Task Whatever_happens_in_whichever_order_each_is_carried_out_once_and_none_is_lost()
    {
        var round = 0;
        await Gen.Select(Gen.Int[0, 9], Gen.Int[0, Streams.Length - 1], Gen.Int[0, Names.Length - 1], Gen.Int[1, 40]).Array[10, 40]
            .SampleAsync(async steps =>
        {
            var prefix = $"r{++round}-";
            var dispatcher = Dispatcher();
            foreach (var (kind, stream, name, seconds) in steps)
            {
                var id = prefix + Streams[stream];
                switch (kind)
                {
                    case 0 or 1 or 2: await Ask(id, new ErrandCommand.Plan(Names[name], Clock.Now.AddSeconds(seconds))); break;
                    case 3: await Ask(id, new ErrandCommand.Deliver(Names[name])); break;
                    case 4: await Ask(id, new ErrandCommand.Reject(Names[name])); break;
                    case 5: await Ask(id, new ErrandCommand.Close()); break;
                    case 6: Clock.Now += TimeSpan.FromSeconds(seconds); break;
                    case 7: await Try(dispatcher); break;
                    case 8: await TakeRows("another"); dispatcher = Dispatcher(); break;
                    default:
                        Checkpoints.Next.Enqueue(seconds % 2 == 0 ? CheckpointFault.Before : CheckpointFault.LostAcknowledgement);
                        await Try(dispatcher);
                        Checkpoints.Next.Clear();
                        if (seconds > 35 && await Checkpoints.Find(DeadlineProjection.Table) is { Builds.Count: > 0 })
                            await Checkpoints.Change(DeadlineProjection.Table, r => r.Rebuild(Clock.Now));
                        break;
                }
            }

            foreach (var stream in Streams)
                foreach (var name in Names) await Ask(prefix + stream, new ErrandCommand.Reject(name));
            Clock.Now += TimeSpan.FromDays(1);
            await TakeRows("last");
            await Dispatch();
            await CheckHistory(prefix);
        }, iter: 12, threads: 1);
    }

    static async Task Try(DeadlineWorker dispatcher)
    {
        try
        {
            await dispatcher.Work();
        }
        catch (EventStoreException)
        {
            // The requested fault.
        }
    }

    // Every errand that was planned and not closed is marked once for each plan that was not replaced; only poison is left.
    async Task CheckHistory(string prefix)
    {
        var events = Errand.Type.Events;
        var ids = new HashSet<Guid>();
        foreach (var stream in Streams)
        {
            var state = EventSourcing.Testing.Errand.Initial;
            await foreach (var commit in Store.ReadStream(StreamOf(prefix + stream), StreamRange.All))
            {
                Assert.True(ids.Add(commit.Content.CommandId));
                foreach (var e in commit.Events.Select(events.Deserialize))
                {
                    if (e is ErrandEvent.Marked marked) Assert.Contains(state.Open, p => p.Name == marked.Name && p.At == marked.At);
                    state = EventSourcing.Testing.Errand.Evolve(state, e);
                }
            }

            Assert.All(state.Open, open => Assert.Equal("poison", open.Name));
        }

        Assert.All(await Rows(), row => Assert.Equal(("poison", DeadlineState.Stuck), (row.Name, row.State)));
    }
}
