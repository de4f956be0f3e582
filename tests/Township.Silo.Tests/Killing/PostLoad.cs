using System.Collections.Concurrent;
using Township.Posts;

namespace Township.Silo.Tests;

/// <summary>
/// Many clients at once on many posts, a few of them hot. Remembers what was acknowledged, and sends what was not
/// again, with the same command id.
/// </summary>
sealed class PostLoad(Random random)
{
    const int Clients = 256;

    readonly ConcurrentDictionary<Guid, Acknowledgement> _acknowledged = [];
    readonly ConcurrentDictionary<Guid, Sending> _open = [];
    readonly ConcurrentQueue<Sending> _again = [];
    readonly List<string> _posts = [];
    int _repeated, _sentAgain;

    sealed record Sending(string Post, PostCommand Command);

    public IReadOnlyDictionary<Guid, Acknowledgement> Acknowledged => _acknowledged;

    public IEnumerable<Guid> Sent => _acknowledged.Keys.Concat(_open.Keys);

    /// <summary>Commands that were sent again because no answer had come.</summary>
    public int SentAgain => _sentAgain;

    /// <summary>Those of them that had been stored all the same.</summary>
    public int Repeated => _repeated;

    /// <summary>Sends until so many answers have come, then does something that ends the silo.</summary>
    public async Task RunUntil(IGrainFactory grains, int answers, Action kill)
    {
        using var over = new CancellationTokenSource();
        var left = answers;
        SendOpenAgain();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(Client)));

        async Task Client()
        {
            while (!over.IsCancellationRequested)
            {
                var sending = _again.TryDequeue(out var again) ? again : Next();
                _open[sending.Command.CommandId] = sending;
                if (!await Answered(Send(grains, sending), over.Token)) return;
                if (Interlocked.Decrement(ref left) != 0) continue;
                var told = over.CancelAsync();
                kill();
                await told;
            }
        }
    }

    /// <summary>Sends everything again that has no answer, until all of it has one.</summary>
    public async Task Finish(IGrainFactory grains)
    {
        SendOpenAgain();
        await Task.WhenAll(_again.Select(sending => Send(grains, sending)));
        _again.Clear();
    }

    // After the kill, whatever a call ends with means the same: no answer. Before it, a failure is a failure.
    static async Task<bool> Answered(Task call, CancellationToken over)
    {
        try
        {
            await call.WaitAsync(over);
            return true;
        }
        catch (Exception) when (over.IsCancellationRequested)
        {
            return false;
        }
    }

    async Task Send(IGrainFactory grains, Sending sending)
    {
        using var _ = CallerContext.Use(new("c-001", "huimin", [Roles.Office]), "load");
        var (id, stream) = (sending.Command.CommandId, new StreamId("post", "huimin", sending.Post));
        var outcome = await grains.GetGrain<IPostGrain>(stream.Key).Execute(sending.Command);
        outcome.Kind.Should().BeOneOf(OutcomeKind.Accepted, OutcomeKind.Repeated);
        if (outcome.Kind == OutcomeKind.Repeated) Interlocked.Increment(ref _repeated);
        _acknowledged[id] = new(stream, outcome.Version);
        _open.TryRemove(id, out Sending? _);
        if (sending.Command is PostCommand.Establish) lock (_posts) _posts.Add(sending.Post);
    }

    void SendOpenAgain()
    {
        _again.Clear();
        foreach (var sending in _open.Values)
        {
            _sentAgain++;
            _again.Enqueue(sending);
        }
    }

    // One command in eight establishes a post; the others revise one that is there, the older ones more often.
    Sending Next()
    {
        lock (_posts)
        {
            var id = Guid.CreateVersion7();
            return _posts.Count == 0 || random.Next(8) == 0
                ? new($"p-{id:N}", new PostCommand.Establish("农业办主任", "农业办", PostLevel.MiddleManager, ["春耕备耕"]) { CommandId = id })
                : new(_posts[random.Next(random.Next(_posts.Count) + 1)], new PostCommand.ReviseDuties([$"走访 {id:N}"]) { CommandId = id });
        }
    }
}
