using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Sqlite;
using Township.Measures;
using Township.Notices;
using static Township.Measures.MeasureEvent;

namespace Township.Cli.Tests;

/// <summary><c>township deadlines</c> on views beside a store: one that is refused, one that is stuck, one that is long overdue, one that is pending.</summary>
public sealed class DeadlineTests : IAsyncLifetime, IDeadlineSender
{
    static readonly DateTimeOffset Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    readonly string _folder = Directory.CreateTempSubdirectory("township-deadlines-").FullName;

    string Store => Path.Combine(_folder, "huimin.db");

    string Views => Path.Combine(_folder, "huimin-read-models.db");

    public async ValueTask InitializeAsync()
    {
        await using var store = await SqliteEventStore.Open(new() { Path = Store }, NullLogger<SqliteEventStore>.Instance);
        foreach (var (cadre, due) in ((string, DateOnly)[])[("c-refused", new(2026, 4, 1)), ("c-stuck", new(2026, 4, 2)), ("c-waiting", new(2026, 4, 3)), ("c-pending", new(2099, 4, 4))])
            (await store.Append([Opened(cadre, due)])).Should().AllBeOfType<AppendResult.Committed>();
        await using var checkpoints = new SqliteCheckpointStore(Views);
        var deadlines = new DeadlineProjection(TownshipAggregates.All);
        var rows = new SubscriptionWorker(Subscription.Of(deadlines, checkpoints), store, new(), TimeProvider.System, NullLogger.Instance);
        await rows.Take("silo 1");
        while (await rows.Work()) { }
        await new DeadlineWorker(rows.Lease, checkpoints, deadlines, store, this, (_, _) => Task.CompletedTask, new(), new Fixed(), NullLogger.Instance).Work();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task List_shows_what_is_not_settled_the_earliest_first()
    {
        var answer = await Shell.Township("deadlines", "list", "--store", $"sqlite:{Store}");
        answer.Should().Match<Answer>(a => a.Exit == 0 && a.Error == "");
        answer.Lines.Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Should().Equal(
            "Due (Asia/Shanghai) Stream Deadline State Tried Next try (Asia/Shanghai) Reason",
            "2026-04-04 00:00:00 measure/huimin/c-waiting.2026-03 overdue waiting 1 2026-05-01 08:00:00 The silo is away.",
            "2026-04-03 00:00:00 measure/huimin/c-stuck.2026-03 overdue stuck 1 2026-05-01 08:01:00 InvalidOperationException: a bug",
            "2099-04-05 00:00:00 measure/huimin/c-pending.2026-03 overdue pending 0");
        (await Shell.Township("deadlines", "list", "--store", $"sqlite:{Store}", "--due", "--limit", "1")).Lines.Should().HaveCount(2);
        (await Shell.Township("deadlines", "list", "--store", $"sqlite:{Store}", "--township", "qingshan")).Lines.Should().HaveCount(1);
    }

    [Fact]
    public async Task List_tells_programs_why_one_was_refused()
    {
        var answer = await Shell.Township("deadlines", "list", "--read-models", $"sqlite:{Views}", "--state", "refused", "--format", "json");
        answer.Exit.Should().Be(0);
        answer.Lines.Should().ContainSingle().Which.Should().StartWith(
            """{"stream":"measure/huimin/c-refused.2026-03","name":"overdue","dueAt":"2026-04-01T16:00:00.000000Z","state":"refused","attempts":1,"triedAt":"2026-05-01T00:00:00.000000Z","note":"measure.already-delivered: """);
    }

    [Fact]
    public async Task Lag_counts_each_state_and_the_first_that_is_late()
    {
        var answer = await Shell.Township("deadlines", "lag", "--store", $"sqlite:{Store}", "--format", "json");
        answer.Output.Should().StartWith("""{"pending":1,"waiting":1,"stuck":1,"done":0,"refused":1,"overdue":2,"lagSeconds":""").And.EndWith("\"}\n");
        (await Shell.Township("deadlines", "lag", "--store", $"sqlite:{Store}")).Lines.Should().Contain(["pending: 1", "refused: 1", "stuck: 1", "waiting: 1"]);
    }

    [Fact]
    public async Task Views_without_deadlines_are_one_line_and_exit_code_3()
    {
        var other = Path.Combine(_folder, "other-read-models.db");
        await using (var checkpoints = new SqliteCheckpointStore(other)) await checkpoints.Prepare();
        (await Shell.Township("deadlines", "list", "--read-models", $"sqlite:{other}"))
            .Should().Be(new Answer(3, "", "township: The store cannot be opened: There is no read model of deadlines here yet.\n"));
        (await Shell.Township("deadlines", "list", "--store", $"sqlite:{Store}", "--limit", "0")).Should().Match<Answer>(a => a.Exit == 2 && a.Error.StartsWith("township: --limit must be a positive integer."));
    }

    public Task<Outcome> Send(StreamId stream, ICommand command, Guid commandId, Caller caller, CancellationToken cancellationToken) => stream.Id switch
    {
        "c-refused.2026-03" => Task.FromResult(Outcome.Refused(1, MeasureRefusals.AlreadyDelivered)),
        "c-stuck.2026-03" => throw new InvalidOperationException("a bug"),
        _ => throw new TimeoutException("The silo is away."),
    };

    public bool MayPass(Exception failure) => failure is TimeoutException;

    static Commit Opened(string cadre, DateOnly due) => new(new("measure", "huimin", $"{cadre}.2026-03"), ExpectedVersion.None, CommitContent.From(
        new(Guid.CreateVersion7(), new("measure.test", 1, JsonBytes.From("{}"))), new(new("c-003", "huimin", []), "cli tests"), Now.AddDays(-60), new(1, "", "", ""), [],
        [Measure.Type.Events.Serialize(
            new Opened(MeasureKind.Explain, cadre, new(due, "cn-2026.1", false), "c-003", due.AddDays(-3), "pledge/1"))]));

    sealed class Fixed : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
