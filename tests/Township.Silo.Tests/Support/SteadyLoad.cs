using System.Collections.Concurrent;
using System.Diagnostics;
using Township.Posts;

namespace Township.Silo.Tests;

/// <summary>
/// A light load on posts of a cluster, as well-behaved clients make it: each sends a command now and then, and when no
/// answer comes, the same command again, until one does.
/// </summary>
sealed class SteadyLoad : IAsyncDisposable
{
    static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    static int _loads;

    readonly IGrainFactory _grains;
    readonly TimeSpan _pace;
    readonly int _load = Interlocked.Increment(ref _loads);
    readonly CancellationTokenSource _over = new();
    readonly ConcurrentDictionary<Guid, Acknowledgement> _acknowledged = [];
    readonly ConcurrentQueue<Exception> _failures = [];
    readonly ConcurrentQueue<TimeSpan> _waits = [];
    readonly ConcurrentQueue<TimeSpan> _failedAfter = [];
    readonly int[] _answers;
    readonly Task _clients;
    TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    SteadyLoad(IGrainFactory grains, int clients, TimeSpan pace)
    {
        (_grains, _answers, _pace) = (grains, new int[clients], pace);
        _clients = Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => Send(client))));
    }

    /// <summary>What was acknowledged, by command id.</summary>
    public IReadOnlyDictionary<Guid, Acknowledgement> Acknowledged => _acknowledged;

    /// <summary>How calls ended that had no answer.</summary>
    public IReadOnlyCollection<Exception> Failures => _failures;

    /// <summary>The longest that anybody waited from first sending a command until it was acknowledged.</summary>
    public TimeSpan LongestWait => _waits.DefaultIfEmpty().Max();

    /// <summary>The longest that a call took to fail.</summary>
    public TimeSpan LongestFailure => _failedAfter.DefaultIfEmpty().Max();

    public static SteadyLoad Start(IGrainFactory grains, int clients = 16, TimeSpan? pace = null) => new(grains, clients, pace ?? Often);

    /// <summary>The grain key of a client's post.</summary>
    public string KeyOf(int client) => $"huimin/p-{_load}-{client}";

    /// <summary>Waits for so many more acknowledgements.</summary>
    public async Task Answers(int more)
    {
        var until = _acknowledged.Count + more;
        while (_acknowledged.Count < until)
        {
            var next = Volatile.Read(ref _answered).Task;
            if (_acknowledged.Count < until) await (await Task.WhenAny(next, _clients).WaitAsync(SiloProcess.Deadline));
        }
    }

    /// <summary>Waits until everybody has had an answer to a command that was sent from now on.</summary>
    public async Task EverybodyAnswers()
    {
        // The first one may be an answer to what was under way.
        int[] until = [.. _answers.Select(n => n + 2)];
        while (_answers.Zip(until).Any(a => a.First < a.Second)) await Answers(1);
    }

    /// <summary>Waits for so many more calls that fail.</summary>
    public async Task FailuresOf(int more)
    {
        using var pace = new PeriodicTimer(_pace);
        for (var until = _failures.Count + more; _failures.Count < until;)
            await pace.WaitForNextTickAsync().AsTask().WaitAsync(SiloProcess.Deadline);
    }

    /// <summary>Waits until every command that was sent is acknowledged, and sends no more.</summary>
    public async Task Finish()
    {
        await _over.CancelAsync();
        await _clients.WaitAsync(SiloProcess.Deadline);
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _over.Dispose();
    }

    async Task Send(int client)
    {
        using var _ = CallerContext.Use(new("c-001", "huimin", [Roles.Office]), "load");
        using var pace = new PeriodicTimer(_pace);
        await UntilAcknowledged(client, new PostCommand.Establish("农业办主任", "农业办", PostLevel.MiddleManager, ["春耕备耕"]), pace);
        while (!_over.IsCancellationRequested)
        {
            await UntilAcknowledged(client, new PostCommand.ReviseDuties([$"走访 {Guid.CreateVersion7():N}"]), pace);
            await pace.WaitForNextTickAsync();
        }
    }

    async Task UntilAcknowledged(int client, PostCommand command, PeriodicTimer pace)
    {
        var watch = Stopwatch.StartNew();
        command = command with { CommandId = Guid.CreateVersion7() };
        while (watch.Elapsed < SiloProcess.Deadline)
        {
            var calledAt = watch.Elapsed;
            try
            {
                var outcome = await _grains.GetGrain<IPostGrain>(KeyOf(client)).Execute(command);
                outcome.Kind.Should().BeOneOf(OutcomeKind.Accepted, OutcomeKind.Repeated);
                _waits.Enqueue(watch.Elapsed);
                _answers[client]++;
                _acknowledged[command.CommandId] = new(StreamId.Parse($"post/{KeyOf(client)}"), outcome.Version);
                Interlocked.Exchange(ref _answered, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
                return;
            }
            catch (Exception e) when (e is AggregateFailureException { MayRetry: true } or OrleansException or TimeoutException)
            {
                _failures.Enqueue(e);
                _failedAfter.Enqueue(watch.Elapsed - calledAt);
                await pace.WaitForNextTickAsync();
            }
        }

        throw new TimeoutException($"No answer for {watch.Elapsed}; the last failure: {_failures.LastOrDefault()}");
    }
}
