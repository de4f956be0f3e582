using BenchmarkDotNet.Attributes;
using Township.LoadTest.Ledgers;

namespace Township.Benchmarks;

/// <summary>The steps of one command of the load test, each alone: what a grain does between call and queue.</summary>
[MemoryDiagnoser]
public class CommandSteps
{
    static readonly AggregateType<Ledger, LedgerCommand, LedgerEvent, LedgerView> Type = Ledger.Type;
    static readonly StreamId Stream = Ledger.StreamOf("bench", 1);
    static readonly Ledger State = new(7, 7_000, "昨日");
    static readonly Caller Clerk = new(new("c-001", "huimin", [Roles.Office]), "bench");
    static readonly RuleVersions Rules = new(1, "", "cn-2026", "0.1.0");

    readonly LedgerCommand _command = new LedgerCommand.Enter(string.Concat(Enumerable.Repeat("走访农户、核对台账、当日办结。", 10)), 12);
    readonly DecisionContext _context = new(Stream, DateTimeOffset.UnixEpoch.AddYears(56), Clerk.Actor, 1, "cn-2026", Facts.None);
    CommandRecord _record = null!;
    EquatableList<StoredMessage> _events = null!;
    CommitContent _content = null!;

    [GlobalSetup]
    public void Prepare() => (_record, _events, _content) = (Serialise(), Decide(), Content());

    [Benchmark]
    public Refusal? CheckShape() => CommandShape.Check(_command) ?? CommandShape.CheckCaller(Clerk);

    [Benchmark]
    public CommandRecord Serialise() => new(_command.CommandId, Type.Commands.Serialize(_command));

    /// <summary>The rules, and the event as it will be stored.</summary>
    [Benchmark]
    public EquatableList<StoredMessage> Decide() => Type.Decide(_command, State, _context).Events;

    [Benchmark]
    public CommitContent Content() => CommitContent.From(_record ?? Serialise(), Clerk, _context.Now, Rules, [], _events ?? Decide());

    [Benchmark]
    public CommitHash Hash() => CommitHash.OfCommit(CommitHash.Zero, Stream, 8, _content);

    /// <summary>From the stored bytes, as after a restart.</summary>
    [Benchmark]
    public Ledger Fold() => Type.Fold(State, Stream, 8, _events[0]);
}
