using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Township.EventSourcing.Tests;

/// <summary>A process with links, whose facts are read from their stored streams; counts the reads and can do something before one.</summary>
sealed class Chains : IFactReader, IAsyncDisposable
{
    public static readonly Caller Anybody = new(new("c-001", "huimin", []), "request-1");

    readonly List<StreamId> _read = [];

    public Chains(bool knowsLinks = true, Action<GroupCommitOptions>? committing = null)
    {
        var options = new GroupCommitOptions();
        committing?.Invoke(options);
        Committer = new(Memory, options, TimeProvider.System, NullLogger<GroupCommitter>.Instance);
        Services = new(Memory, Committer, NoSnapshots.Instance, this, new(Clock, "", "1"), new(), NullLogger.Instance, knowsLinks ? [Link.Type] : []);
    }

    public MemoryEventStore Memory { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Bank.Start);

    public GroupCommitter Committer { get; }

    public SessionServices Services { get; }

    /// <summary>What happens after facts of a stream have been read, and before anybody gets them.</summary>
    public Func<StreamId, Task> OnRead { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<string> Read => [.. _read.Select(s => s.Id)];

    public static StreamId Stream(string id) => new("link", "huimin", id);

    public async Task<AggregateSession<Link, LinkCommand, LinkEvent, LinkView>> Session(string id)
    {
        var session = new AggregateSession<Link, LinkCommand, LinkEvent, LinkView>(Link.Type, Stream(id), Services);
        await session.Load();
        return session;
    }

    public async Task<Outcome> Do(string id, LinkCommand command) => await (await Session(id)).Execute(command, Anybody);

    public async Task<RecordedCommit> Last(string id) => await Memory.ReadStream(Stream(id), StreamRange.All).LastAsync();

    async Task<StreamFacts> IFactReader.Read(StreamId stream, EquatableList<WantedFact> wanted, CancellationToken cancellationToken)
    {
        _read.Add(stream);
        var facts = (await Session(stream.Id)).FactsOf(wanted);
        await OnRead(stream);
        return facts;
    }

    public ValueTask DisposeAsync() => Committer.DisposeAsync();
}
