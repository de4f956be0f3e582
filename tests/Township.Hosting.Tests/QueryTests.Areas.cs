using Township.DeductionProposals;
using Township.Disclosures;
using Township.Hearings;
using Township.IssueReports;
using Township.LivelihoodIssues;
using Township.Promises;
using static Township.Promises.PromiseEvent;
using static Township.QueryScenes;

namespace Township;

/// <summary>The lists of each area.</summary>
public abstract partial class QueryTests
{
    [Fact]
    public async Task H2_Hearings_are_listed_by_state_and_day_those_without_a_day_first()
    {
        await using var township = await HostedTownship.Start(Configure);
        await township.Happened("hearing/huimin/2026-01", Prepared, new HearingEvent.IssueAdded(1, "修路", [], null), Arranged(new(2026, 3, 11)));
        await township.Happened("hearing/huimin/2026-02", Prepared, Arranged(new(2026, 3, 10)), new HearingEvent.Postponed(PostponementCause.Decided, "…", "c-001"));
        await township.Happened("hearing/huimin/2026-03", Prepared);
        var position = await township.Happened(
            "hearing/huimin/2026-04", Prepared, Arranged(new(2026, 3, 9)), new HearingEvent.Opened("c-005", At(9), new(new(2026, 3, 1), 7, default, new(2026, 3, 9), "cn-2026.1", false), 2, 1, 2),
            new HearingEvent.SittingEnded(At(9), Due(new(2026, 3, 20)), "c-005"));
        await Shown("hearings", position);

        using var caller = CallerContext.Use(new("ann", "huimin", [Roles.Office]));
        var hearings = township.Grains.GetGrain<IHearingQueriesGrain>("huimin");
        Ids(await hearings.List(new(), All)).Should().Equal("2026-03", "2026-04", "2026-02", "2026-01");
        Ids(await hearings.List(new(), new(2, (await hearings.List(new(), new(1))).Next))).Should().Equal("2026-04", "2026-02");
        Ids(await hearings.List(new([HearingStatus.Preparing, HearingStatus.Postponed]), All)).Should().Equal("2026-03", "2026-02", "2026-01");
        Ids(await hearings.List(new(OpensFrom: new(2026, 3, 10), OpensTo: new(2026, 3, 10)), All)).Should().Equal("2026-02");
        Ids(await hearings.List(new(FeedbackDueTo: new(2026, 3, 19)), All)).Should().BeEmpty();
        Ids(await hearings.List(new(FeedbackDueTo: new(2026, 3, 20)), All)).Should().Equal("2026-04");
        (await hearings.List(new(OpensFrom: new(2026, 3, 11)), All)).Items.Should().Equal(
            new HearingRow(
                "huimin", "2026-01", HearingStatus.Preparing, "道路", "hearing/1", null, 1, LocalTime.StartOf(new(2026, 3, 11)), "乡政府", null, null, false, 0, null, null, null, null, null,
                null, null, 0, null, false, 0, null, new(2026, 3, 11), 1, 0, 0, 0));
    }

    [Fact]
    public async Task H2_Reports_are_listed_as_open_or_by_where_they_went()
    {
        await using var township = await HostedTownship.Start(Configure);
        await township.Happened("issue-report/huimin/r-1", Filed("v-01", 2), new IssueReportEvent.Consolidated("2026-01", 2, "c-001", new(2026, 3, 5)));
        await township.Happened("issue-report/huimin/r-2", Filed("v-01", 3));
        var position = await township.Happened("issue-report/huimin/r-3", Filed("v-02", 1), new IssueReportEvent.Consolidated("2026-01", 2, "c-001", new(2026, 3, 5)),
            new IssueReportEvent.Released("2026-01", 2, ReleaseCause.IssueDropped, "c-001", new(2026, 3, 6)));
        await Shown("issue_reports", position);

        using var caller = CallerContext.Use(new("ann", "huimin", [Roles.Office]));
        var reports = township.Grains.GetGrain<IIssueReportQueriesGrain>("huimin");
        Ids(await reports.List(new([IssueReportStatus.Open]), All)).Should().Equal("r-3", "r-2");
        Ids(await reports.List(new(VillageId: "v-01", Category: IssueCategory.Roads, ReporterId: "p-7", FiledFrom: new(2026, 3, 3), FiledTo: new(2026, 3, 3)), All)).Should().Equal("r-2");
        (await reports.List(new(HearingId: "2026-01"), All)).Items.Should().Equal(new IssueReportRow(
            "huimin", "r-1", IssueReportStatus.Consolidated, ReporterKind.Informant, "p-7", "p-7", "v-01", IssueCategory.Roads, new(2026, 3, 2), null, null, "2026-01", 2, 1));
    }

    [Fact]
    public async Task Who_reported_what_is_listed_for_those_who_answer_for_it_and_for_the_reporter()
    {
        await using var township = await HostedTownship.Start(Configure);
        await Shown("issue_reports", await township.Happened("issue-report/huimin/r-1", Filed("v-01", 2)));
        var reports = township.Grains.GetGrain<IIssueReportQueriesGrain>("huimin");
        foreach (var role in (string[])[Roles.Office, Roles.Leader, Roles.Auditor])
            using (CallerContext.Use(new("x", "huimin", [role])))
                Ids(await reports.List(new(), All)).Should().Equal("r-1");
        using (CallerContext.Use(new("p-7", "huimin", [Roles.Informant])))
        {
            Ids(await reports.List(new(), All)).Should().Equal("r-1");
            Ids(await reports.List(new(ReporterId: "p-7"), All)).Should().Equal("r-1");
            Ids(await reports.List(new(ReporterId: "p-8"), All)).Should().BeEmpty();
        }

        foreach (var role in (string[])[Roles.Citizen, Roles.Cadre, Roles.Supervisor])
            using (CallerContext.Use(new("x", "huimin", [role])))
                Ids(await reports.List(new(ReporterId: "p-7"), All)).Should().BeEmpty("nothing of it is their own");
        using (CallerContext.Use(new("p-7", "dongfeng", [Roles.Informant])))
            (await Refused(() => reports.List(new(ReporterId: "p-7"), All))).Code.Should().Be("query.not-your-township");
    }

    [Fact]
    public async Task H7_Promises_are_listed_as_due_and_overdue_on_a_day_whether_or_not_anybody_marked_them()
    {
        await using var township = await HostedTownship.Start(Configure);
        await township.Happened("promise/huimin/2026-01.1", Promised(1, new(2026, 4, 10)));
        await township.Happened("promise/huimin/2026-01.2", Promised(2, new(2026, 4, 8)), new BecameOverdue(1, new(2026, 4, 8), "c-002", new(2026, 4, 9)));
        await township.Happened("promise/huimin/2026-01.3", Promised(3, new(2026, 4, 1)), new Fulfilled(new(2026, 4, 1), false, "…", "c-001", new(2026, 4, 2)));
        await township.Happened("promise/huimin/2026-01.4", Promised(4, new(2026, 4, 2)), new Extended(2, Due(new(2026, 5, 7)), new(2026, 5, 4), "…", "c-001", new(2026, 4, 1), "hearing/1"));
        var position = await township.Happened("promise/dongfeng/2026-01.1", Promised(1, new(2026, 4, 1)));
        await Shown("promises", position);

        using var caller = CallerContext.Use(new("ann", "huimin", []));
        var promises = township.Grains.GetGrain<IPromiseQueriesGrain>("huimin");
        Ids(await promises.Due(new(2026, 4, 10), new(2026, 5, 7), All)).Should().Equal("2026-01.1", "2026-01.4");
        Ids(await promises.Overdue(new(2026, 4, 10), All)).Should().Equal("2026-01.2");
        Ids(await promises.Overdue(new(2026, 4, 11), All)).Should().Equal("2026-01.2", "2026-01.1");
        Ids(await promises.Overdue(DateOnly.MinValue, All)).Should().BeEmpty();
        Ids(await promises.List(new([PromiseStatus.Fulfilled]), All)).Should().Equal("2026-01.3");
        Ids(await promises.List(new(OwnerId: "c-002", HearingId: "2026-01", DueTo: new(2026, 4, 8)), All)).Should().Equal("2026-01.3", "2026-01.2");
        Ids(await promises.List(new([]), All)).Should().BeEmpty();
        (await promises.List(new([PromiseStatus.Overdue]), All)).Should().BeEquivalentTo(new Page<PromiseRow>(
            [new("huimin", "2026-01.2", PromiseStatus.Overdue, "2026-01", 2, "c-002", "c-001", new(2026, 3, 20), null, null, null, null, new(2026, 4, 8), 1, new(2026, 4, 3), null, new(2026, 4, 9))],
            null, position, false));
    }

    [Fact]
    public async Task Disclosures_are_listed_by_audience_kind_channel_and_day_those_drafted_last_first()
    {
        await using var township = await HostedTownship.Start(Configure);
        await township.Happened("disclosure/huimin/d-1", Drafted(DisclosureKind.HearingNotice, DisclosureAudience.Public, 1), On(Channel.Broadcast, 2), On(Channel.NoticeBoard, 3));
        await township.Happened("disclosure/huimin/d-2", Drafted(DisclosureKind.MonthlyScores, DisclosureAudience.Cadres, 2));
        var position = await township.Happened("disclosure/huimin/d-3", Drafted(DisclosureKind.ServiceGuide, DisclosureAudience.Public, 3), On(Channel.Web, 4));
        await Shown("disclosures", position);

        using var caller = CallerContext.Use(new("ann", "huimin", [Roles.Office]));
        var disclosures = township.Grains.GetGrain<IDisclosureQueriesGrain>("huimin");
        Ids(await disclosures.List(new(), All)).Should().Equal("d-3", "d-2", "d-1");
        Ids(await disclosures.List(new(DisclosureAudience.Public), All)).Should().Equal("d-3", "d-1");
        Ids(await disclosures.List(new(DisclosureAudience.Public), new(1, (await disclosures.List(new(DisclosureAudience.Public), new(1))).Next))).Should().Equal("d-1");
        Ids(await disclosures.List(new(Kind: DisclosureKind.MonthlyScores, Statuses: [DisclosureStatus.Drafted]), All)).Should().Equal("d-2");
        Ids(await disclosures.List(new(Channel: Channel.NoticeBoard), All)).Should().Equal("d-1");
        // One and the same publication: the broadcast was on the second.
        Ids(await disclosures.List(new(Channel: Channel.Broadcast, PublishedFrom: new(2026, 3, 3)), All)).Should().BeEmpty();
        Ids(await disclosures.List(new(PublishedFrom: new(2026, 3, 3), PublishedTo: new(2026, 3, 3), SubjectStream: "hearing/huimin/2026-01"), All)).Should().Equal("d-1");
        (await disclosures.List(new(Kind: DisclosureKind.HearingNotice), All)).Items.Should().Equal(new DisclosureRow(
            "huimin", "d-1", DisclosureStatus.Published, DisclosureKind.HearingNotice, DisclosureAudience.Public, DisclosureForm.FullText, "公告", "hearing/huimin/2026-01", 1, [], 1,
            "c-001", At(1), null, null, null, new(2026, 3, 1), [Channel.Broadcast, Channel.NoticeBoard], new(2026, 3, 2), null));
    }

    [Fact]
    public async Task Flow_1_Proposed_deductions_are_for_the_office_leaders_and_auditors_and_for_the_cadre_concerned()
    {
        await using var township = await HostedTownship.Start(Configure);
        await township.Happened("deduction/huimin/promise.2026-01.1", Proposed("c-002"));
        var position = await township.Happened("deduction/huimin/promise.2026-01.2", Proposed("c-003"), new DeductionProposalEvent.Confirmed(1.5m, "c-001", new(2026, 4, 20), "…"));
        await Shown("deduction_proposals", position);

        var deductions = township.Grains.GetGrain<IDeductionProposalQueriesGrain>("huimin");
        foreach (var role in (string[])[Roles.Office, Roles.Leader, Roles.Auditor])
            using (CallerContext.Use(new("x", "huimin", [role])))
                Ids(await deductions.List(new(), All)).Should().Equal("promise.2026-01.1", "promise.2026-01.2");
        using (CallerContext.Use(new("c-003", "huimin", [Roles.Cadre])))
        {
            (await deductions.List(new(CadreId: "c-003", Statuses: [DeductionStatus.Confirmed]), All)).Items.Should().Equal(new DeductionProposalRow(
                "huimin", "promise.2026-01.2", DeductionStatus.Confirmed, "c-003", "H7", "promise/huimin/2026-01.1", 3, "promise.became-overdue", 2m, 0.5m, 5m, new(2026, 4, 10), "hearing/1",
                1.5m, "c-001", new(2026, 4, 20)));
            Ids(await deductions.List(new(), All)).Should().Equal("promise.2026-01.2");
            Ids(await deductions.List(new(CadreId: "c-002"), All)).Should().BeEmpty("that is somebody else");
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
        await township.Happened("livelihood/huimin/l-1", Raised("v-01"), new LivelihoodIssueEvent.Accepted("…", "c-002", Due(new(2026, 4, 8)), "c-001", new(2026, 3, 3)));
        await township.Happened("livelihood/huimin/l-2", Raised("v-02"), new LivelihoodIssueEvent.Accepted("…", "c-002", null, "c-001", new(2026, 3, 3)));
        var position = await township.Happened("livelihood/huimin/l-3", Raised("v-02"));
        await Shown("livelihood_issues", position);

        using var caller = CallerContext.Use(new("ann", "huimin", [Roles.Office]));
        var issues = township.Grains.GetGrain<ILivelihoodIssueQueriesGrain>("huimin");
        Ids(await issues.List(new([LivelihoodIssueStatus.Accepted]), All)).Should().Equal("l-1", "l-2");
        Ids(await issues.List(new(VillageId: "v-02", RaisedFrom: new(2026, 3, 2), RaisedTo: new(2026, 3, 2)), All)).Should().Equal("l-2", "l-3");
        Ids(await issues.List(new(OwnerId: "c-002"), new(1))).Should().Equal("l-1");
        Ids(await issues.Overdue(new(2026, 4, 8), All)).Should().BeEmpty();
        (await issues.Overdue(new(2026, 4, 9), All)).Items.Should().Equal(
            new LivelihoodIssueRow("huimin", "l-1", LivelihoodIssueStatus.Accepted, "路灯", "v-01", null, new(2026, 3, 2), "c-002", new(2026, 4, 8), null, 0, null, null, null, 0));
    }
}
