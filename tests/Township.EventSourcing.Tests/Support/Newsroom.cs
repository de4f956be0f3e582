using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Testing;

namespace Township.EventSourcing.Tests;

/// <summary>A store with its committer, a place in memory, and a clock that tests move: where subscriptions run by themselves.</summary>
sealed class Newsroom : IAsyncDisposable, ILogger
{
    readonly MemoryEventStore _store = new();
    readonly MemoryCheckpointStore _memory = new();
    readonly GroupCommitter _committer;
    readonly ConcurrentBag<(string Text, TaskCompletionSource Heard)> _awaited = [];
    readonly ConcurrentQueue<string> _log = [];

    public Newsroom(string name = "tally")
    {
        _committer = new(_store, new(), TimeProvider.System, NullLogger<GroupCommitter>.Instance);
        Checkpoints = new(_memory);
        Reader = new(_store);
        Tally = new(name, 1, Create, Get, Set);
    }

    public ParkingClock Clock { get; } = new(Bank.Start);

    public FaultyCheckpointStore<MemoryTables> Checkpoints { get; }

    public FaultyReader Reader { get; }

    public Tally<MemoryTables> Tally { get; }

    public SubscriptionOptions Options { get; } = new() { Retries = 0 };

    public IReadOnlyDictionary<string, string>? Rows => _memory.Tables.Find(Tally.Name);

    public SubscriptionRunner Start(string? owner = null) => SubscriptionRunner.Start(Subscription.Of(Tally, Checkpoints), Reader, _committer.Stored, Options, Clock, this, owner);

    public LogWatcher Watch() => new(Reader, _committer.Stored, Options, Clock, NullLogger<LogWatcher>.Instance);

    public async Task<SubscriptionRecord> Record() => (await Checkpoints.Find(Tally.Name))!;

    /// <summary>Commits through this process, one commit per stream.</summary>
    public async Task Commit(params string[] streams)
    {
        foreach (var stream in streams) await Commit(Sample.Stream(stream));
    }

    /// <summary>The same in a stream of any category.</summary>
    public async Task Commit(StreamId stream) =>
        (await _committer.Append(await _committer.Admit(), NewCommit(stream))).Should().BeOfType<AppendResult.Committed>();

    /// <summary>Commits past this process, as others do.</summary>
    public Task CommitElsewhere(params string[] streams) => _store.Append([.. streams.Select(s => NewCommit(Sample.Stream(s)))]);

    /// <summary>The same in a stream of any category.</summary>
    public Task CommitElsewhere(StreamId stream) => _store.Append([NewCommit(stream)]);

    /// <summary>Ends when a commit has been handled, from now on.</summary>
    public Task Handled(long position)
    {
        var handled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Tally.Before;
        Tally.Before = at =>
        {
            if (at == position) handled.TrySetResult();
            return before(at);
        };
        return handled.Task;
    }

    /// <summary>Ends when something has been logged, now or from now on.</summary>
    public Task Told(string text)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited.Add((text, heard));
        if (_log.Any(line => line.Contains(text, StringComparison.Ordinal))) heard.TrySetResult();
        return heard.Task;
    }

    /// <summary>Lets time pass in small steps until something has happened; fails when it takes longer than it may.</summary>
    /// <param name="what">What is waited for.</param>
    /// <param name="step">How time passes.</param>
    /// <param name="atMost">How much of it may.</param>
    /// <param name="busy">How many there are who must have come to rest before time goes on.</param>
    public async Task PassUntil(Task what, TimeSpan step, TimeSpan? atMost = null, int busy = 1)
    {
        var start = Clock.GetUtcNow();
        while (await Task.WhenAny(what, Clock.Parked(busy)) != what && !what.IsCompleted)
        {
            (Clock.GetUtcNow() - start).Should().BeLessThan(atMost ?? TimeSpan.FromHours(1));
            Clock.Advance(step);
        }

        await what;
    }

    public ValueTask DisposeAsync() => _committer.DisposeAsync();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception);
        _log.Enqueue(line);
        foreach (var (text, heard) in _awaited)
            if (line.Contains(text, StringComparison.Ordinal)) heard.TrySetResult();
    }

    static Commit NewCommit(StreamId stream) => Sample.Commit(stream, ExpectedVersion.Any, Interlocked.Increment(ref s_commands));

    static int s_commands;

    static Task Create(MemoryTables tables, string table)
    {
        tables.Create(table);
        return Task.CompletedTask;
    }

    static Task<string?> Get(MemoryTables tables, string table, string key) => Task.FromResult(tables[table].TryGetValue(key, out var value) ? value : null);

    static Task Set(MemoryTables tables, string table, string key, string value)
    {
        tables[table][key] = value;
        return Task.CompletedTask;
    }
}
