using System.Collections.Concurrent;
using CsCheck;
using static Township.EventSourcing.Tests.AccountCommand;

namespace Township.EventSourcing.Tests;

/// <summary>
/// Two processes work on the same two accounts through one store that fails now and then. Whatever happens, in whatever
/// order: what was acknowledged is stored exactly once, nothing else is, and every commit was decided on the very state it follows.
/// </summary>
public sealed class InterleavingProperties
{
    public enum Kind { Open, Deposit, Withdraw, WithdrawAll, Repeat }

    public sealed record Step(int Process, bool OtherAccount, Kind Kind, int Amount, bool Wait, int Fault);

    static readonly Gen<Step[]> Steps = Gen.Select(Gen.Int[0, 1], Gen.Bool, Gen.Enum<Kind>(), Gen.Int[1, 9], Gen.Int[0, 3], Gen.Int[0, 7])
        .Select((process, other, kind, amount, wait, fault) => new Step(process, other, kind, amount, wait == 0, fault))
        .Array[1, 40];

    [Fact]
    public Task Any_interleaving_with_failures_keeps_every_promise() => Steps.SampleAsync(Holds, iter: 100);

    static async Task Holds(Step[] steps)
    {
        var memory = new MemoryEventStore();
        var snapshots = new MemorySnapshots();
        var options = new SessionOptions { SnapshotEvery = 3, RememberedCommands = 2 };
        await using var first = new Bank(memory, snapshots: snapshots, options: options);
        await using var second = new Bank(memory, snapshots: snapshots, options: options);
        Process[] processes = [new(first), new(second)];
        var sent = new ConcurrentDictionary<(StreamId, AccountCommand), bool>();
        var answers = new List<Task<Answer>>();

        foreach (var step in steps)
        {
            var stream = step.OtherAccount ? Bank.B : Bank.A;
            var command = CommandOf(step, [.. sent.Keys.Where(s => s.Item1 == stream).Select(s => s.Item2).OrderBy(c => c.CommandId)]);
            sent[(stream, command)] = true;
            if (step.Fault is 1 or 2) processes[step.Process].Bank.Store.Next(step.Fault == 1 ? Fault.Before : Fault.LostAcknowledgement);
            if (step.Fault == 3) processes[step.Process].Bank.Store.Next(Fault.LostAcknowledgement, Fault.Before, Fault.Before);
            answers.Add(processes[step.Process].Send(stream, command));
            if (step.Wait) await Task.WhenAll(answers);
        }

        await Task.WhenAll(answers);

        // Whoever got no answer asks again, of a process without failures.
        await using var healthy = new Bank(memory);
        foreach (var unanswered in answers.Select(a => a.Result).Where(a => a.Outcome is null).ToList())
            answers.Add(Task.FromResult(new Answer(unanswered.Stream, unanswered.Command, await (await healthy.Session(unanswered.Stream)).Execute(unanswered.Command, Bank.Clerk))));

        var log = await memory.ReadAll().ToListAsync();
        CheckAnswers([.. answers.Select(a => a.Result)], log);
        CheckChains(log);
        CheckDecisions(log);
    }

    static AccountCommand CommandOf(Step step, AccountCommand[] sent) => step.Kind switch
    {
        Kind.Open => new Open("张三"),
        Kind.Deposit => new Deposit(step.Amount),
        Kind.Withdraw => new Withdraw(step.Amount),
        Kind.WithdrawAll => new Withdraw(step.Amount * 3),
        _ => sent is [] ? new Open("李四") : sent[step.Amount % sent.Length],
    };

    static void CheckAnswers(IReadOnlyCollection<Answer> answers, List<RecordedCommit> log)
    {
        var stored = log.ToDictionary(c => (c.Stream, c.Content.CommandId), c => c.LastVersion);
        var acknowledged = answers.Where(a => a.Outcome is { Kind: OutcomeKind.Accepted or OutcomeKind.Repeated })
            .Select(a => KeyValuePair.Create((a.Stream, a.Command.CommandId), a.Outcome!.Version)).Distinct();
        stored.Should().BeEquivalentTo(acknowledged, "what was acknowledged is stored once, at that version, and nothing commits behind a caller's back");
    }

    static void CheckChains(List<RecordedCommit> log)
    {
        var logHash = Formats.Zero;
        var heads = new Dictionary<StreamId, (long Version, string Hash, long DecidedAt)>();
        for (var i = 0; i < log.Count; i++)
        {
            var (version, hash, decidedAt) = heads.GetValueOrDefault(log[i].Stream, (0, Formats.Zero, 0));
            hash = Formats.Hash(hash, Formats.Of(log[i]));
            logHash = Formats.LogHash(logHash, i + 1, hash);
            (log[i].Position, log[i].FirstVersion, log[i].Hash.ToString(), log[i].LogHash.ToString()).Should().Be((i + 1, version + 1, hash, logHash));
            log[i].Content.DecidedAtMicros.Should().BeGreaterThanOrEqualTo(decidedAt);
            heads[log[i].Stream] = (log[i].LastVersion, hash, log[i].Content.DecidedAtMicros);
        }
    }

    static void CheckDecisions(List<RecordedCommit> log)
    {
        IAggregateType type = Bank.Type;
        var states = new Dictionary<StreamId, object>();
        foreach (var commit in log)
        {
            var state = states.GetValueOrDefault(commit.Stream, type.Initial);
            type.Redecide(state, commit).Events.Should().Equal(commit.Events);
            states[commit.Stream] = commit.Events.Aggregate(state, (s, e) => type.Fold(s, commit.Stream, commit.FirstVersion, e));
        }
    }

    sealed record Answer(StreamId Stream, AccountCommand Command, Outcome? Outcome);

    /// <summary>One process with one session per account, replaced when it is lost.</summary>
    sealed class Process(Bank bank)
    {
        readonly Dictionary<StreamId, Task<AccountSession>> _sessions = [];

        public Bank Bank => bank;

        public Task<Answer> Send(StreamId stream, AccountCommand command) => bank.Run(async () =>
        {
            try
            {
                if (!_sessions.TryGetValue(stream, out var loading) || loading is { IsCompletedSuccessfully: true, Result.Lost: true })
                    _sessions[stream] = loading = bank.Session(stream);
                return new Answer(stream, command, await (await loading).Execute(command, Bank.Clerk));
            }
            catch (Exception e) when (e is StreamConflictException or StoreUnavailableException)
            {
                return new Answer(stream, command, null);
            }
        });
    }
}
