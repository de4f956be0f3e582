using System.Data.Common;
using Township.DeductionProposals;
using Township.Disclosures;
using Township.LivelihoodIssues;
using Township.Promises;
using static Township.Promises.PromiseEvent;

namespace Township;

/// <summary>What clients ask of the views, through a silo, in whatever database.</summary>
[Collection(nameof(HostedTownship))]
public abstract class QueryTests
{
    static readonly MessageCatalogue<PromiseEvent> Promises = AggregateType<Promise, PromiseCommand, PromiseEvent, PromiseView>.Instance.Events;
    static readonly MessageCatalogue<DisclosureEvent> Disclosures = AggregateType<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView>.Instance.Events;

    static readonly MessageCatalogue<DeductionProposalEvent> Deductions =
        AggregateType<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView>.Instance.Events;

    static readonly MessageCatalogue<LivelihoodIssueEvent> Livelihood =
        AggregateType<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>.Instance.Events;

    static readonly PageRequest All = new(100);

    [Fact]
    public async Task H7_Promises_are_listed_as_due_and_overdue_on_a_day_whether_or_not_anybody_marked_them()
    {
        await using var township = await HostedTownship.Start(Configure);
        await Happened(township, "promise/huimin/2026-01.1", Promised(1, new(2026, 4, 10)));
        await Happened(township, "promise/huimin/2026-01.2", Promised(2, new(2026, 4, 8)), new BecameOverdue(1, new(2026, 4, 8), "c-002", new(2026, 4, 9)));
        await Happened(township, "promise/huimin/2026-01.3", Promised(3, new(2026, 4, 1)), new Fulfilled(new(2026, 4, 1), false, "…", "c-001", new(2026, 4, 2)));
        await Happened(township, "promise/huimin/2026-01.4", Promised(4, new(2026, 4, 2)), new Extended(2, Due(new(2026, 5, 7)), new(2026, 5, 4), "…", "c-001", new(2026, 4, 1), "hearing/1"));
        var position = await Happened(township, "promise/dongfeng/2026-01.1", Promised(1, new(2026, 4, 1)));
        await Shown("promises", position);

        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var promises = township.Grains.GetGrain<IPromiseQueriesGrain>("huimin");
        Ids(await promises.Due(new(2026, 4, 10), new(2026, 5, 7), All)).Should().Equal("2026-01.1", "2026-01.4");
        Ids(await promises.Overdue(new(2026, 4, 10), All)).Should().Equal("2026-01.2");
        Ids(await promises.Overdue(new(2026, 4, 11), All)).Should().Equal("2026-01.2", "2026-01.1");
        Ids(await promises.Overdue(DateOnly.MinValue, All)).Should().BeEmpty();
        Ids(await promises.List(new([PromiseStep.Fulfilled]), All)).Should().Equal("2026-01.3");
        Ids(await promises.List(new(OwnerId: "c-002", HearingId: "2026-01", DueTo: new(2026, 4, 8)), All)).Should().Equal("2026-01.3", "2026-01.2");
        Ids(await promises.List(new([]), All)).Should().BeEmpty();
        (await promises.List(new([PromiseStep.Overdue]), All)).Should().BeEquivalentTo(new Page<PromiseSummary>(
            [new("2026-01.2", PromiseStep.Overdue, "2026-01", 2, "c-002", "修路", new(2026, 3, 20), new(2026, 4, 8), 1, new(2026, 4, 3), null, new(2026, 4, 9), null, null, null)],
            null, position, false));
    }

    [Fact]
    public async Task Parts_of_a_list_follow_each_other_without_gap_or_repetition()
    {
        await using var township = await HostedTownship.Start(Configure);
        var position = 0L;
        // Two of each due day, so that the day alone does not say where to go on.
        for (var n = 1; n <= 7; n++) position = await Happened(township, $"promise/huimin/2026-01.{n}", Promised(n, new(2026, 4, 1 + (n / 2))));
        await Shown("promises", position);

        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var promises = township.Grains.GetGrain<IPromiseQueriesGrain>("huimin");
        var (seen, next, parts) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = await promises.List(new(), new(3, next));
            page.Items.Count.Should().BeInRange(1, 3);
            seen.AddRange(Ids(page));
            (next, parts) = (page.Next, parts + 1);
        }
        while (next is not null);

        (seen, parts).Should().BeEquivalentTo((Enumerable.Range(1, 7).Select(n => $"2026-01.{n}").ToList(), 3));
    }

    [Theory]
    [InlineData(0, null, "Limit")]
    [InlineData(501, null, "Limit")]
    [InlineData(10, "nonsense!", "After")]
    [InlineData(10, "WyJ4Il0", "After")] // ["x"]: of a list with another order.
    [InlineData(10, "W251bGwsIngiXQ", "After")] // [null,"x"]
    public async Task A_part_that_cannot_be_is_refused(int limit, string? after, string what)
    {
        await using var township = await HostedTownship.Start(Configure);
        await Shown("promises", 0);
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        (await Refused(() => township.Grains.GetGrain<IPromiseQueriesGrain>("huimin").List(new(), new(limit, after)))).Should().Match<Refusal>(r =>
            r.Code == "query.malformed" && r.Arguments[0] == what);
    }

    [Fact]
    public async Task Disclosures_are_listed_by_audience_kind_channel_and_day_those_drafted_last_first()
    {
        await using var township = await HostedTownship.Start(Configure);
        await Happened(township, "disclosure/huimin/d-1", Drafted(DisclosureKind.HearingNotice, DisclosureAudience.Public, 1), On(Channel.Broadcast, 2), On(Channel.NoticeBoard, 3));
        await Happened(township, "disclosure/huimin/d-2", Drafted(DisclosureKind.MonthlyScores, DisclosureAudience.Cadres, 2));
        var position = await Happened(township, "disclosure/huimin/d-3", Drafted(DisclosureKind.ServiceGuide, DisclosureAudience.Public, 3), On(Channel.Web, 4));
        await Shown("disclosures", position);

        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var disclosures = township.Grains.GetGrain<IDisclosureQueriesGrain>("huimin");
        Ids(await disclosures.List(new(), All)).Should().Equal("d-3", "d-2", "d-1");
        Ids(await disclosures.List(new(DisclosureAudience.Public), All)).Should().Equal("d-3", "d-1");
        Ids(await disclosures.List(new(DisclosureAudience.Public), new(1, (await disclosures.List(new(DisclosureAudience.Public), new(1))).Next))).Should().Equal("d-1");
        Ids(await disclosures.List(new(Kind: DisclosureKind.MonthlyScores, Steps: [DisclosureStep.Drafted]), All)).Should().Equal("d-2");
        Ids(await disclosures.List(new(Channel: Channel.NoticeBoard), All)).Should().Equal("d-1");
        // One and the same publication: the broadcast was on the second.
        Ids(await disclosures.List(new(Channel: Channel.Broadcast, PublishedFrom: new(2026, 3, 3)), All)).Should().BeEmpty();
        Ids(await disclosures.List(new(PublishedFrom: new(2026, 3, 3), PublishedTo: new(2026, 3, 3), SubjectStream: "hearing/huimin/2026-01"), All)).Should().Equal("d-1");
        (await disclosures.List(new(Kind: DisclosureKind.HearingNotice), All)).Items.Should().Equal(new DisclosureSummary(
            "d-1", DisclosureStep.Published, DisclosureKind.HearingNotice, DisclosureAudience.Public, DisclosureForm.FullText, "公告", "hearing/huimin/2026-01", 1, 1,
            At(1), [Channel.Broadcast, Channel.NoticeBoard], null, null));
    }

    [Fact]
    public async Task Flow_1_Proposed_deductions_are_for_the_office_leaders_and_auditors_and_for_the_cadre_concerned()
    {
        await using var township = await HostedTownship.Start(Configure);
        await Happened(township, "deduction/huimin/promise.2026-01.1", Proposed("c-002"));
        var position = await Happened(township, "deduction/huimin/promise.2026-01.2", Proposed("c-003"), new DeductionProposalEvent.Confirmed(1.5m, "c-001", new(2026, 4, 20), "…"));
        await Shown("deduction_proposals", position);

        var deductions = township.Grains.GetGrain<IDeductionProposalQueriesGrain>("huimin");
        foreach (var role in (string[])[Roles.Office, Roles.Leader, Roles.Auditor])
            using (CallerContext.Use(new("x", "huimin", [role])))
                Ids(await deductions.List(new(), All)).Should().Equal("promise.2026-01.1", "promise.2026-01.2");
        using (CallerContext.Use(new("c-003", "huimin", [Roles.Cadre])))
        {
            (await deductions.List(new(CadreId: "c-003", Steps: [DeductionStep.Confirmed]), All)).Items.Should().Equal(new DeductionProposalSummary(
                "promise.2026-01.2", DeductionStep.Confirmed, "c-003", "H7", new("promise/huimin/2026-01.1", 3, "promise.became-overdue"), 2m, 1.5m, new(2026, 4, 10), "c-001", new(2026, 4, 20)));
            (await Refused(() => deductions.List(new(), All))).Code.Should().Be("query.not-entitled");
            (await Refused(() => deductions.List(new(CadreId: "c-002"), All))).Code.Should().Be("query.not-entitled");
        }

        foreach (var role in (string[])[Roles.Citizen, Roles.Supervisor, Roles.Informant])
            using (CallerContext.Use(new("c-003", "huimin", [role])))
                (await Refused(() => deductions.List(new(CadreId: "c-003"), All))).Code.Should().Be("query.not-entitled");
        using (CallerContext.Use(new("x", "dongfeng", [Roles.Office])))
            (await Refused(() => deductions.List(new(), All))).Code.Should().Be("query.not-your-township");
    }

    [Fact]
    public async Task Livelihood_issues_are_listed_by_state_village_and_owner_and_as_overdue_on_a_day()
    {
        await using var township = await HostedTownship.Start(Configure);
        await Happened(township, "livelihood/huimin/l-1", Raised("v-01"), new LivelihoodIssueEvent.Accepted("…", "c-002", Due(new(2026, 4, 8)), "c-001", new(2026, 3, 3)));
        await Happened(township, "livelihood/huimin/l-2", Raised("v-02"), new LivelihoodIssueEvent.Accepted("…", "c-002", null, "c-001", new(2026, 3, 3)));
        var position = await Happened(township, "livelihood/huimin/l-3", Raised("v-02"));
        await Shown("livelihood_issues", position);

        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var issues = township.Grains.GetGrain<ILivelihoodIssueQueriesGrain>("huimin");
        Ids(await issues.List(new([LivelihoodStep.Accepted]), All)).Should().Equal("l-1", "l-2");
        Ids(await issues.List(new(VillageId: "v-02", RaisedFrom: new(2026, 3, 2), RaisedTo: new(2026, 3, 2)), All)).Should().Equal("l-2", "l-3");
        Ids(await issues.List(new(OwnerId: "c-002"), new(1))).Should().Equal("l-1");
        Ids(await issues.Overdue(new(2026, 4, 8), All)).Should().BeEmpty();
        (await issues.Overdue(new(2026, 4, 9), All)).Items.Should().Equal(
            new LivelihoodIssueSummary("l-1", LivelihoodStep.Accepted, "路灯", "v-01", new(2026, 3, 2), "c-002", new(2026, 4, 8), null, null, 0));
    }

    [Fact]
    public async Task A_rebuild_gives_the_same_answers_and_an_anonymous_caller_or_one_of_another_township_gets_none()
    {
        await using var township = await HostedTownship.Start(Configure);
        await Happened(township, "promise/huimin/2026-01.1", Promised(1, new(2026, 4, 10)), new Reminded(1, new(2026, 4, 7)));
        var position = await Happened(township, "promise/huimin/2026-01.1", new BecameOverdue(1, new(2026, 4, 10), "c-002", new(2026, 4, 13)));
        await Shown("promises", position);
        var promises = township.Grains.GetGrain<IPromiseQueriesGrain>("huimin");
        (await Refused(() => promises.List(new(), All))).Code.Should().Be("query.not-your-township");
        using (CallerContext.Use(new("ann", "dongfeng", [Roles.Office])))
            (await Refused(() => promises.Due(default, default, All))).Code.Should().Be("query.not-your-township");

        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var before = await promises.List(new(), All);
        await using (var place = Place())
        {
            var rebuilt = (await place.Change("promises", record => record.Rebuild(DateTimeOffset.UnixEpoch))).LastBuild;
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while ((await place.Find("promises", deadline.Token))!.Live!.Number != rebuilt) await Task.Yield();
        }

        (await promises.List(new(), All)).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task Without_views_queries_say_so()
    {
        await using var township = await HostedTownship.Start(options =>
        {
            Configure(options);
            options.Views.Enabled = false;
        });
        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var asking = () => township.Grains.GetGrain<IPromiseQueriesGrain>("huimin").List(new(), All);
        (await asking.Should().ThrowAsync<ViewsUnavailableException>()).Which.Should().Match<ViewsUnavailableException>(e => e.Reason == ViewsUnavailable.SwitchedOff && !e.MayRetry);
    }

    protected abstract void Configure(TownshipOptions options);

    /// <summary>The place that the silo uses, opened beside it.</summary>
    protected abstract ISubscriptionPlace<DbTransaction> Place();

    async Task Shown(string view, long position)
    {
        await using var place = Place();
        await place.Reaches(view, position);
    }

    static Task<long> Happened(HostedTownship township, string stream, params PromiseEvent[] events) => township.Services.Append(Happenings.Commit(Promises, stream, events));

    static Task<long> Happened(HostedTownship township, string stream, params DisclosureEvent[] events) => township.Services.Append(Happenings.Commit(Disclosures, stream, events));

    static Task<long> Happened(HostedTownship township, string stream, params DeductionProposalEvent[] events) => township.Services.Append(Happenings.Commit(Deductions, stream, events));

    static Task<long> Happened(HostedTownship township, string stream, params LivelihoodIssueEvent[] events) => township.Services.Append(Happenings.Commit(Livelihood, stream, events));

    static async Task<Refusal> Refused<T>(Func<Task<T>> query) => (await query.Should().ThrowAsync<QueryRefusedException>()).Which.Refusal;

    static IEnumerable<string> Ids(Page<PromiseSummary> page) => page.Items.Select(i => i.PromiseId);

    static IEnumerable<string> Ids(Page<DisclosureSummary> page) => page.Items.Select(i => i.DisclosureId);

    static IEnumerable<string> Ids(Page<DeductionProposalSummary> page) => page.Items.Select(i => i.ProposalId);

    static IEnumerable<string> Ids(Page<LivelihoodIssueSummary> page) => page.Items.Select(i => i.IssueId);

    static Made Promised(int issue, DateOnly due) => new("2026-01", issue, "c-002", "修路", "…", Due(due), due.AddDays(-5), "c-001", new(2026, 3, 20), "hearing/1");

    static DueDate Due(DateOnly day) => new(day, "cn-2026.1", false);

    static DateTimeOffset At(int day) => new(2026, 3, day, 1, 0, 0, TimeSpan.Zero);

    static DisclosureEvent.Drafted Drafted(DisclosureKind kind, DisclosureAudience audience, int day) =>
        new(kind, kind is DisclosureKind.HearingNotice ? new("hearing/huimin/2026-01", 1, []) : null, audience, DisclosureForm.FullText, "公告", "…", null, "c-001", At(day));

    static DisclosureEvent.Published On(Channel channel, int day) => new(new Publication(channel, At(day), "…", "c-001", 1, null));

    static DeductionProposalEvent.Proposed Proposed(string cadre) =>
        new(new("promise/huimin/2026-01.1", 3, "promise.became-overdue"), cadre, "H7", new(2m, 0.5m, 5m), "…", "system", new(2026, 4, 10), "hearing/1");

    static LivelihoodIssueEvent.Raised Raised(string village) => new("路灯", PersonalText.Sealed("p-1", 1, "AAAA"), PersonalText.Sealed("p-1", 1, "AAAA"), village, "c-001", new(2026, 3, 2));
}
