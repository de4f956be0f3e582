using System.Data.Common;
using Township.Cadres;
using Township.DeductionProposals;
using Township.EventSourcing.Sqlite;
using Township.Posts;
using Township.Promises;
using Township.Reactions;
using Township.Rosters;
using Township.Townships;
using static Township.Promises.PromiseEvent;

namespace Township;

/// <summary>What the tests of the reaction share.</summary>
public sealed partial class PromiseOverdueTests
{
    static async Task Found(HostedTownship township)
    {
        using var caller = CallerContext.Use(Leader);
        (await township.Grains.GetGrain<ITownshipGrain>("huimin/main").Execute(new TownshipCommand.Found("惠民镇", TownshipKind.Town))).Accepted.Should().BeTrue();
        (await township.Grains.GetGrain<IPostGrain>("huimin/p-01").Execute(new PostCommand.Establish("镇长", "班子", PostLevel.TopLeader, ["全面工作"]))).Accepted.Should().BeTrue();
        (await township.Grains.GetGrain<IRosterGrain>("huimin/cadres").Execute(new RosterCommand.Enter(["c-001", "c-017"]))).Accepted.Should().BeTrue();
        foreach (var id in (string[])["c-001", "c-017"])
            (await township.Grains.GetGrain<ICadreGrain>($"huimin/{id}").Execute(new CadreCommand.Register("李强", "p-01", null, new(2026, 1, 5)))).Accepted.Should().BeTrue();
    }

    static Made Promised(int issue) => new("2026-01", issue, "c-017", "修桥", "资金四月到位", new(Due, "cn-2026.1", false), new(2026, 4, 23), "c-001", new(2026, 3, 2), "hearing/1");

    static Task<long> Happened(HostedTownship township, int issue, params PromiseEvent[] events) =>
        township.Services.Append(Happenings.Commit(Promises, $"promise/huimin/2026-01.{issue}", events));

    static PromiseOverdueDeductions Reacting(HostedTownship township) => new(township.Grains, township.Services.Store);

    static async Task<RecordedCommit> Overdue(HostedTownship township) =>
        await township.Services.Store.ReadAll().SingleAsync(c => c.Stream.ToString() == "promise/huimin/2026-01.1");

    static async Task<Outcome> Propose(HostedTownship township, string words, Guid id, Actor actor, string cause)
    {
        using var caller = CallerContext.Use(actor, "r-1", cause);
        var propose = new DeductionProposalCommand.Propose(new("promise/huimin/2026-01.1", 2, "promise.became-overdue"), words) { CommandId = id };
        return await township.Grains.GetGrain<IDeductionProposalGrain>("huimin/promise.2026-01.1").Execute(propose);
    }

    static async Task Execute(HostedTownship township, int issue, PromiseCommand command)
    {
        using var caller = CallerContext.Use(Leader);
        (await township.Grains.GetGrain<IPromiseGrain>($"huimin/2026-01.{issue}").Execute(command)).Accepted.Should().BeTrue();
    }

    static async Task<Versioned<DeductionProposalView>> Proposal(HostedTownship township, string id)
    {
        using var caller = CallerContext.Use(Leader);
        return await township.Grains.GetGrain<IDeductionProposalGrain>($"huimin/{id}").View();
    }

    static async Task<IReadOnlyList<DeductionStatus>> Steps(HostedTownship township, params string[] ids)
    {
        var steps = new List<DeductionStatus>();
        foreach (var id in ids) steps.Add((await Proposal(township, id)).View.Status);
        return steps;
    }

    async Task Reached(long position)
    {
        await using ICheckpointStore<DbTransaction> checkpoints = new SqliteCheckpointStore(Path.Combine(_folder, "township-read-models.db"));
        await checkpoints.Reaches(Reaction, position);
    }

    /// <summary>The date is what a test says; what waits, waits by the real clock.</summary>
    sealed class Calendar : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = LocalTime.StartOf(new(2026, 5, 6));

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
