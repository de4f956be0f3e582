using Microsoft.Data.Sqlite;
using Township.DeductionProposals;
using Township.EventSourcing.Sqlite;
using Township.Promises;
using static Township.Promises.PromiseEvent;

namespace Township;

/// <summary>Flow 1 in a silo: promise → overdue → proposed deduction → a person confirms. Once for each due day that was missed.</summary>
[Collection(nameof(HostedTownship))]
public sealed partial class PromiseOverdueTests : IDisposable
{
    const string Reaction = "promise_overdue_deductions";

    static readonly MessageCatalogue<PromiseEvent> Promises = Promise.Type.Events;
    static readonly DateOnly Due = new(2026, 4, 30);

    static readonly Actor Leader = new("c-001", "huimin", [Roles.Leader, Roles.Office]);
    static readonly Actor Itself = new(Reaction, "huimin", [Roles.System]);

    // What the reaction says of the promise that issue 1 led to.
    static readonly string TheWords = $"限时承诺 2026-01.1 应于 {LocalTime.Show(Due)} 前兑现,已逾期。";

    readonly Calendar _clock = new();
    readonly string _folder = Directory.CreateTempSubdirectory("township-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Flow_1_What_became_overdue_before_a_restart_is_proposed_after_it_once_whatever_runs_again()
    {
        long position;
        await using (var before = await HostedTownship.Start(o => Configure(o, deadlines: false, reactions: false)))
        {
            await Found(before);
            position = await Happened(before, 3, Promised(3), new BecameOverdue(1, Due, "c-017", Due.AddDays(1)));
            (await Proposal(before, "promise.2026-01.3")).Version.Should().Be(0);
        }

        // Reactions do not need read models.
        await using (var after = await HostedTownship.Start(o =>
        {
            Configure(o, deadlines: false);
            o.ReadModels.Enabled = false;
        }))
        {
            await Reached(position);
            (await Proposal(after, "promise.2026-01.3")).View.Should().Match<DeductionProposalView>(v =>
                v.Status == DeductionStatus.Proposed && v.CadreId == "c-017" && v.Rule == "H7" && v.Source == new DeductionSource("promise/huimin/2026-01.3", 2, "promise.became-overdue"));
        }

        await using var again = await HostedTownship.Start(o => Configure(o, deadlines: false));
        var history = await again.Services.Store.ReadAll().Where(c => c.Stream.Category == Promise.Category).ToListAsync();
        // Rivals that know nothing of each other, and of a checkpoint.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Reacting(again).React(history, TestContext.Current.CancellationToken)));
        (await Proposal(again, "promise.2026-01.3")).Version.Should().Be(1);
        var commit = (await again.Services.Store.ReadAll().Where(c => c.Stream.Category == "deduction").ToListAsync()).Should().ContainSingle().Which;
        (commit.Actor, commit.Command.Id, commit.Content.CausationId)
            .Should().Be((new Actor(Reaction, "huimin", [Roles.System]), DerivedIds.Of(Reaction, history[0], 1), history[0].Command.Id.ToString()));
    }

    [Fact]
    public async Task Flow_1_A_promise_whose_day_is_over_becomes_overdue_by_itself_and_a_leader_decides()
    {
        await using var township = await HostedTownship.Start(o => Configure(o));
        await Found(township);
        await Happened(township, 3, Promised(3));
        await Eventually.Holds(async () => (await Proposal(township, "promise.2026-01.3")).Version == 1);

        var proposal = township.Grains.GetGrain<IDeductionProposalGrain>("huimin/promise.2026-01.3");
        using (CallerContext.Use(new("c-017", "huimin", [Roles.Leader])))
            (await proposal.Execute(new DeductionProposalCommand.Confirm(1m, "属实"))).Refusal!.Code.Should().Be(DeductionProposalRefusals.Own.Code);
        using (CallerContext.Use(Leader))
            (await proposal.Execute(new DeductionProposalCommand.Confirm(1m, "属实"))).Should().Be(new Outcome(OutcomeKind.Accepted, 2));
        (await Proposal(township, "promise.2026-01.3")).View.ConfirmedPoints.Should().Be(1m);
    }

    [Fact]
    public async Task What_was_reversed_takes_back_what_nobody_has_decided_on_and_nothing_else()
    {
        await using var township = await HostedTownship.Start(o => Configure(o, deadlines: false));
        await Found(township);
        for (var issue = 1; issue <= 4; issue++) await Happened(township, issue, Promised(issue));
        for (var issue = 1; issue <= 4; issue++) await Execute(township, issue, new PromiseCommand.MarkOverdue());
        await Execute(township, 4, new PromiseCommand.Extend(new(2026, 5, 29), "汛期"));
        _clock.Now = LocalTime.StartOf(new(2026, 6, 2));
        await Execute(township, 4, new PromiseCommand.MarkOverdue());
        await Eventually.Holds(async () => (await Steps(township, "promise.2026-01.1", "promise.2026-01.2", "promise.2026-01.3", "promise.2026-01.4", "promise.2026-01.4@2")).All(s => s == DeductionStatus.Proposed));
        using (CallerContext.Use(Leader))
            (await township.Grains.GetGrain<IDeductionProposalGrain>("huimin/promise.2026-01.2").Execute(new DeductionProposalCommand.Dismiss("汛期"))).Accepted.Should().BeTrue();

        await Execute(township, 1, new PromiseCommand.Withdraw("误"));
        await Execute(township, 2, new PromiseCommand.Withdraw("误"));
        await Execute(township, 3, new PromiseCommand.Fulfil(new(2026, 6, 1), "验收"));
        // After its first due day, before its second.
        await Execute(township, 4, new PromiseCommand.Fulfil(new(2026, 5, 20), "验收"));
        await Reached((await township.Services.Store.ReadAll().Where(c => c.Stream.Category == Promise.Category).LastAsync()).Position);

        (await Steps(township, "promise.2026-01.1", "promise.2026-01.2", "promise.2026-01.3", "promise.2026-01.4", "promise.2026-01.4@2"))
            .Should().Equal(DeductionStatus.Withdrawn, DeductionStatus.Dismissed, DeductionStatus.Proposed, DeductionStatus.Proposed, DeductionStatus.Withdrawn);
    }

    [Fact]
    public async Task What_the_office_proposed_first_is_not_proposed_again_and_holds_nothing_up()
    {
        await using var township = await HostedTownship.Start(o => Configure(o, deadlines: false, reactions: false));
        await Found(township);
        await Happened(township, 1, Promised(1), new BecameOverdue(1, Due, "c-017", Due.AddDays(1)));
        await Happened(township, 2, Promised(2), new BecameOverdue(1, Due, "c-017", Due.AddDays(1)));
        using (CallerContext.Use(new("c-001", "huimin", [Roles.Office])))
            (await township.Grains.GetGrain<IDeductionProposalGrain>("huimin/promise.2026-01.1").Execute(
                new DeductionProposalCommand.Propose(new("promise/huimin/2026-01.1", 2, "promise.became-overdue"), "手工提出"))).Accepted.Should().BeTrue();
        var history = await township.Services.Store.ReadAll().Where(c => c.Stream.Category == Promise.Category).ToListAsync();

        await Reacting(township).React(history, TestContext.Current.CancellationToken);

        (await Proposal(township, "promise.2026-01.1")).View.Text.Should().Be(PersonalText.About("deduction.promise.2026-01.1", "手工提出"));
        (await Proposal(township, "promise.2026-01.2")).Version.Should().Be(1);
    }

    [Fact]
    public async Task What_the_reaction_itself_did_before_its_wording_was_changed_and_its_checkpoint_lost_is_done()
    {
        long position;
        await using (var before = await HostedTownship.Start(o => Configure(o, deadlines: false, reactions: false)))
        {
            await Found(before);
            position = await Happened(before, 1, Promised(1), new BecameOverdue(1, Due, "c-017", Due.AddDays(1)));
            var source = await Overdue(before);
            (await Propose(before, "逾期了。", DerivedIds.Of(Reaction, source, 1), Itself, source.Command.Id.ToString())).Kind.Should().Be(OutcomeKind.Accepted);
        }

        await using var after = await HostedTownship.Start(o => Configure(o, deadlines: false));
        await Reached(position);
        (await Proposal(after, "promise.2026-01.1")).Should().Match<Versioned<DeductionProposalView>>(v => v.Version == 1 && v.View.Text == PersonalText.About("deduction.promise.2026-01.1", "逾期了。"));
    }

    public static TheoryData<string, string, bool, Actor> NotDone => new()
    {
        { "somebody else, with other words", "逾期了。", true, Leader },
        { "somebody else, with the very words", TheWords, true, Leader },
        { "somebody else who is called like the reaction", TheWords, true, Itself with { Roles = [Roles.Office] } },
        { "the reaction, for another reason", TheWords, false, Itself },
    };

    [Theory]
    [MemberData(nameof(NotDone))]
    public async Task What_was_done_under_its_id_by_somebody_else_or_for_another_reason_is_not_taken_for_done(string by, string words, bool sameCause, Actor actor)
    {
        await using var township = await HostedTownship.Start(o => Configure(o, deadlines: false, reactions: false));
        await Found(township);
        await Happened(township, 1, Promised(1), new BecameOverdue(1, Due, "c-017", Due.AddDays(1)));
        var source = await Overdue(township);
        (await Propose(township, words, DerivedIds.Of(Reaction, source, 1), actor, sameCause ? source.Command.Id.ToString() : "another")).Kind.Should().Be(OutcomeKind.Accepted, by);

        var react = () => Reacting(township).React([source], TestContext.Current.CancellationToken);

        await react.Should().ThrowAsync<InvalidOperationException>()
            .WithMessage($"promise/huimin/2026-01.1 at {source.Position} leads to Propose in deduction/huimin/promise.2026-01.1, * was used by {actor.Subject} for deduction.propose: not by this reaction*");
    }

    [Fact]
    public async Task A_client_that_was_faster_with_its_id_stops_the_reaction_there_for_people_to_look_and_after_a_skip_it_goes_on()
    {
        long first, second;
        await using (var before = await HostedTownship.Start(o => Configure(o, deadlines: false, reactions: false)))
        {
            await Found(before);
            first = await Happened(before, 1, Promised(1), new BecameOverdue(1, Due, "c-017", Due.AddDays(1)));
            var source = await Overdue(before);
            (await Propose(before, TheWords, DerivedIds.Of(Reaction, source, 1), Leader, source.Command.Id.ToString())).Kind.Should().Be(OutcomeKind.Accepted);
            second = await Happened(before, 2, Promised(2), new BecameOverdue(1, Due, "c-017", Due.AddDays(1)));
        }

        await using var checkpoints = new SqliteCheckpointStore(Path.Combine(_folder, "township-read-models.db"));
        await using var township = await HostedTownship.Start(o => Configure(o, deadlines: false));
        await Eventually.Holds(async () => (await checkpoints.Find(Reaction))?.Builds is [{ Failure: not null }]);
        var build = (await checkpoints.Find(Reaction))!.Builds.Single();
        build.Position.Should().BeLessThan(first);
        build.Failure.Should().Match<SubscriptionFailure>(f =>
            f.Position == first && f.Stream == "promise/huimin/2026-01.1" && f.MayBeSkipped && f.Reason.Contains("was used by c-001 for deduction.propose", StringComparison.Ordinal));
        (await Proposal(township, "promise.2026-01.2")).Version.Should().Be(0);

        await checkpoints.Change(Reaction, r => r.Skip(first, "主任已提出", "c-001", DateTimeOffset.UnixEpoch));
        await checkpoints.Reaches(Reaction, second);
        (await Proposal(township, "promise.2026-01.2")).Version.Should().Be(1);
    }

    [Fact]
    public async Task A_commit_that_its_grain_does_not_show_yet_is_waited_for()
    {
        await using var township = await HostedTownship.Start(o => Configure(o, deadlines: false, reactions: false));
        await Found(township);
        await Happened(township, 1, Promised(1));
        using (CallerContext.Use(new("c-001", "huimin", []))) await township.Grains.GetGrain<IPromiseGrain>("huimin/2026-01.1").View();
        // Written past the grain, which goes on showing what it has.
        await Happened(township, 1, new BecameOverdue(1, Due, "c-017", Due.AddDays(1)));
        var history = await township.Services.Store.ReadAll().Where(c => c.Stream.Category == Promise.Category).ToListAsync();

        var react = () => Reacting(township).React(history, TestContext.Current.CancellationToken);

        (await react.Should().ThrowAsync<AggregateFailureException>()).Which.MayRetry.Should().BeTrue();
        (await Proposal(township, "promise.2026-01.1")).Version.Should().Be(0);
    }

    [Fact]
    public async Task A_refusal_that_is_not_part_of_the_flow_stops_it_for_people_to_look()
    {
        await using var township = await HostedTownship.Start(o => Configure(o, deadlines: false, reactions: false));
        await Happened(township, 1, Promised(1), new BecameOverdue(1, Due, "c-017", Due.AddDays(1)));
        var history = await township.Services.Store.ReadAll().ToListAsync();
        var react = () => Reacting(township).React(history, TestContext.Current.CancellationToken);
        await react.Should().ThrowAsync<InvalidOperationException>().WithMessage("promise/huimin/2026-01.1 at * led to a refused Propose: township.not-founded*");
    }

    void Configure(TownshipOptions options, bool deadlines = true, bool reactions = true)
    {
        options.Store.ConnectionString = $"Data Source={Path.Combine(_folder, "township.db")}";
        options.Clock = _clock;
        (options.Deadlines.Enabled, options.Reactions.Enabled) = (deadlines, reactions);
    }
}
