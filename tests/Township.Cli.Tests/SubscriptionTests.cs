using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Sqlite;

namespace Township.Cli.Tests;

/// <summary><c>township subscriptions</c> on read models beside a store: one that has handled everything, and one that stopped.</summary>
public sealed class SubscriptionTests(StoreFile store) : IClassFixture<StoreFile>, IAsyncLifetime
{
    string Views => Path.ChangeExtension(store.Path, null) + "-read-models.db";

    public async ValueTask InitializeAsync()
    {
        await using var checkpoints = new SqliteCheckpointStore(Views);
        await using var reader = await SqliteEventReader.Open(store.Path);
        foreach (var view in (Nothing[])[new("fine", 0), new("stuck", 2)])
        {
            var worker = new SubscriptionWorker(Subscription.Of(view, checkpoints), reader, new() { Retries = 0 }, TimeProvider.System, NullLogger.Instance);
            await worker.Take("silo 1");
            while (await worker.Work()) { }
        }
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(Views);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task List_shows_state_owner_and_reason()
    {
        var answer = await Shell.Township("subscriptions", "list", "--store", store.Option);
        answer.Should().Match<Answer>(a => a.Exit == 0 && a.Error == "");
        answer.Lines.Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Should().SatisfyRespectively(
            headers => headers.Should().StartWith("Subscription Version Build State Position"),
            fine => fine.Should().MatchRegex(@"^fine 1 1 live \d+ \S+ \S+ silo 1$"),
            stuck => stuck.Should().MatchRegex(@"^stuck 1 1 building, stopped 1 \S+ \S+ silo 1 2 \S+/huimin/\S+ InvalidOperationException: poison$"));
    }

    [Fact]
    public async Task Lag_counts_commits_and_seconds()
    {
        var head = (await Shell.Township("verify", "--store", store.Option, "--format", "json")).Output.Split("\"head\": \"")[1].Split(':')[0];
        var answer = await Shell.Township("subscriptions", "lag", "--store", store.Option, "--format", "json");
        answer.Exit.Should().Be(0);
        answer.Lines[0].Should().Be($$"""{"subscription":"fine","version":1,"build":1,"state":"live","position":{{head}},"head":{{head}},"commitsBehind":0,"secondsBehind":0}""");
        answer.Lines[1].Should().StartWith($$"""{"subscription":"stuck","version":1,"build":1,"state":"building, stopped","position":1,"head":{{head}},"commitsBehind":{{int.Parse(head, null) - 1}},"secondsBehind":""")
            .And.NotEndWith("\"secondsBehind\":0}");
    }

    [Fact]
    public async Task Skip_records_who_and_why()
    {
        var answer = await Shell.Township("subscriptions", "skip", "stuck", "--position", "2", "--reason", "a trial", "--by", "c-001", "--read-models", $"sqlite:{Views}");
        answer.Should().Match<Answer>(a => a.Exit == 0 && a.Error == "" && a.Output.StartsWith("stuck skips commit 2 (") && a.Output.EndsWith(", decided by c-001: a trial\n"));
        await using var checkpoints = new SqliteCheckpointStore(Views);
        (await checkpoints.Find("stuck"))!.Skips.Should().ContainSingle().Which.Should().Match<SkippedCommit>(s => s.Position == 2 && s.By == "c-001" && s.Reason == "a trial");
    }

    [Fact]
    public async Task Rebuild_asks_for_another_build()
    {
        var answer = await Shell.Township("subscriptions", "rebuild", "fine", "--store", store.Option);
        answer.Should().Be(new Answer(0, "Build 2 of fine is requested. The silo that runs the subscription will start it.\n", ""));
        (await Shell.Township("subscriptions", "list", "--store", store.Option)).Lines.Where(l => l.StartsWith("fine", StringComparison.Ordinal)).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("skip stuck --position 1 --reason x", "The subscription 'stuck' has not stopped at a commit that can be skipped at position 1.")]
    [InlineData("skip fine --position 2 --reason x", "The subscription 'fine' has not stopped at a commit that can be skipped at position 2.")]
    [InlineData("skip nobody --position 2 --reason x", "There is no subscription 'nobody'.")]
    [InlineData("rebuild nobody", "There is no subscription 'nobody'.")]
    [InlineData("rebuild nobody --culture zh-CN", "没有更新任务“nobody”。")]
    [InlineData("skip stuck --position 2", "Option '--reason' is required.")]
    [InlineData("list --read-models oracle:x", "The location of the read models is not valid; expected sqlite:PATH|postgres:CONNECTION.")]
    public async Task What_makes_no_sense_is_one_line_and_exit_code_2(string command, string line)
    {
        var answer = await Shell.Township(["subscriptions", .. command.Split(' '), "--store", store.Option]);
        answer.Should().Match<Answer>(a => a.Exit == 2 && a.Output == "");
        answer.Error.Should().StartWith($"township: {line}");
    }

    [Fact]
    public async Task Views_that_are_not_there_or_are_none_are_exit_code_3_and_stay_as_they_are()
    {
        var none = Path.Combine(store.Folder, "none.db");
        (await Shell.Township("subscriptions", "list", "--read-models", $"sqlite:{none}"))
            .Should().Be(new Answer(3, "", $"township: The store cannot be opened: There is no checkpoint store at '{none}'.\n"));
        File.Exists(none).Should().BeFalse();
        (await Shell.Township("subscriptions", "list", "--read-models", store.Option))
            .Should().Be(new Answer(3, "", $"township: The store cannot be opened: '{store.Path}' is not a checkpoint store.\n"));
    }

    /// <summary>A view without tables that cannot handle one commit.</summary>
    internal sealed class Nothing(string name, long poison) : IProjection<DbTransaction>
    {
        public string Name => name;

        public int Version => 1;

        public EquatableList<string> Tables => [];

        public Task Create(DbTransaction transaction, TableNames tables, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task Apply(DbTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, IEventReader store, CancellationToken cancellationToken) =>
            commits.Any(c => c.Position == poison) ? throw new InvalidOperationException("poison") : Task.CompletedTask;
    }
}
