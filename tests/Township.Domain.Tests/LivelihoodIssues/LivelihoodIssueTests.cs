using Township.Cadres;
using Township.Villages;
using static Township.Cadres.People;
using static Township.LivelihoodIssues.LivelihoodIssueCommand;
using static Township.LivelihoodIssues.LivelihoodIssueEvent;

namespace Township.LivelihoodIssues;

/// <summary>§0: 实事好事, a problem raised by the public, its measures, owner, deadline and result.</summary>
public sealed class LivelihoodIssueTests
{
    static readonly PersonalText Name = PersonalText.About("p-1", "陈静 138…"), Text = PersonalText.About("p-1", "桥面破损"), Praise = PersonalText.About("p-1", "修得好"), Complaint = PersonalText.About("p-1", "又坏了");
    static readonly Raise Raising = new("上宅桥", Name, Text, "v-03");
    static readonly Raised FirstRaised = new("上宅桥", Name, Text, "v-03", "p-1", Today);
    static readonly Accept Accepting = new("换桥板", "c-017", Day("2026-04-04"));
    static readonly Accepted FirstAccepted = new("换桥板", "c-017", new(Day("2026-04-07"), "cn-2026.1", false), "c-001", Today); // 清明节 4–6 April.
    static readonly VillageReporters Village = new(null, [], []);

    static DateOnly Today => Day("2026-03-02");

    static Spec<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView> Unraised => Specs.LivelihoodIssue.With(Village).With(Cadre("c-002"));

    static Spec<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView> Waiting => Unraised.Given(FirstRaised);

    static Spec<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView> Working => Waiting.Given(FirstAccepted);

    static Spec<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView> Done => Working.Given(new Finish("桥板已换"));

    [Fact]
    public void A_problem_is_raised_once_by_the_public() =>
        Unraised.By("p-1", Roles.Citizen).When(Raising).Then(FirstRaised).When(Raising).ThenRefused(LivelihoodIssueRefusals.AlreadyRaised)
            .View.Should().Be(new LivelihoodIssueView(LivelihoodIssueStatus.Raised, "上宅桥", Name, Text, "v-03", Today, null, null, null, null, null, null, null, null, null, 0));

    [Fact]
    public void A_village_that_is_named_is_on_record()
    {
        Unraised.Without<VillageReporters>().When(Raising).ThenRefused(CommonRefusals.Unknown, "v-03");
        Unraised.With(Village with { AbolishedOn = Today }).When(Raising).ThenRefused(VillageRefusals.Abolished, "v-03", "2026-03-02");
        Unraised.When(Raising with { VillageId = null }).Then(FirstRaised with { VillageId = null, By = "c-001" });
    }

    [Fact]
    public void It_is_accepted_with_measures_owner_and_deadline()
    {
        Waiting.Without<CadreStanding>().When(Accepting).ThenRefused(CommonRefusals.Unknown, "c-017");
        Waiting.With(Cadre("c-002", leftOn: Day("2026-03-01"))).When(Accepting).ThenRefused(CadreRefusals.Departed, "c-017", "2026-03-01");
        Waiting.When(Accepting with { Due = Day("2026-03-01") }).ThenRefused(CommonRefusals.TooEarly, "2026-03-01", "2026-03-02");
        Waiting.When(Accepting with { Due = null }).Then(FirstAccepted with { Due = null });
        Waiting.When(Accepting).Then(FirstAccepted).When(Accepting).Then(FirstAccepted)
            .When(Accepting with { OwnerId = "c-018" }).Then(FirstAccepted with { OwnerId = "c-018" })
            .View.Should().Match<LivelihoodIssueView>(v => v.Status == LivelihoodIssueStatus.Accepted && v.OwnerId == "c-018" && v.Measures == "换桥板" && v.Due!.On == Day("2026-04-07"));
    }

    [Fact]
    public void It_is_declined_by_a_leader_with_a_reason_or_not_at_all()
    {
        var spec = Waiting.By("c-003", Roles.Leader).When(new Decline("不属本镇")).Then(new Declined("不属本镇", "c-003", Today)).When(new Decline("不属本镇")).ThenRefused(LivelihoodIssueRefusals.Over);
        spec.When(new Decline("另")).ThenRefused(LivelihoodIssueRefusals.Over);
        spec.By("c-001", Roles.Office).When(Accepting).ThenRefused(LivelihoodIssueRefusals.Over).View.DeclineReason!.Text.Should().Be("不属本镇");
        Working.By("c-003", Roles.Leader).When(new Decline("迟")).ThenRefused(LivelihoodIssueRefusals.AlreadyAccepted);
    }

    [Fact]
    public void The_owner_reports_progress_and_result_and_the_public_confirms()
    {
        var done = Working.By("c-017", Roles.Cadre)
            .When(new ReportProgress("材料已到")).Then(new ProgressReported("材料已到", "c-017", Today)).When(new ReportProgress("材料已到")).Then(new ProgressReported("材料已到", "c-017", Today))
            .When(new Finish("桥板已换")).Then(new Finished("桥板已换", "c-017", Today)).When(new Finish("桥板已换")).ThenRefused(LivelihoodIssueRefusals.Over)
            .When(new Finish("另")).ThenRefused(LivelihoodIssueRefusals.Over).When(new ReportProgress("另")).ThenRefused(LivelihoodIssueRefusals.Over);
        var confirmed = done.By("p-1", Roles.Citizen).When(new Confirm(Praise)).Then(new Confirmed(Praise, "p-1", Today)).When(new Confirm(Praise)).ThenRefused(LivelihoodIssueRefusals.Over)
            .When(new Confirm(Complaint)).ThenRefused(LivelihoodIssueRefusals.Over);
        confirmed.View.Should().Be(new LivelihoodIssueView(LivelihoodIssueStatus.Confirmed, "上宅桥", Name, Text, "v-03", Today,
            "换桥板", "c-017", FirstAccepted.Due, null, "材料已到", "桥板已换", Today, null, Praise, 0));
    }

    [Fact]
    public void The_public_reopens_what_is_not_done_as_it_sees_it()
    {
        foreach (var over in (Spec<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>[])
            [Done, Done.Given(new Confirm(Praise)), Waiting.By("c-003", Roles.Leader).Given(new Decline("不属本镇"))])
        {
            var again = over.By("p-1", Roles.Citizen).When(new Reopen(Complaint)).Then(new Reopened(Complaint, "p-1", Today))
                .When(new Reopen(Complaint)).ThenRefused(LivelihoodIssueRefusals.NotDone);
            again.View.Should().Match<LivelihoodIssueView>(v => v.Status == LivelihoodIssueStatus.Raised && v.Reopenings == 1 && v.Feedback == Complaint && v.Result == null && v.OwnerId == null);
            again.By("c-001", Roles.Office).When(Accepting).Then(FirstAccepted);
        }

        foreach (var open in (Spec<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>[])[Waiting, Working])
            open.When(new Reopen(Complaint)).ThenRefused(LivelihoodIssueRefusals.NotDone).When(new Confirm(Praise)).ThenRefused(LivelihoodIssueRefusals.NotDone);
    }

    [Fact]
    public void The_owner_does_not_speak_for_the_public()
    {
        foreach (var command in (LivelihoodIssueCommand[])[new Confirm(Praise), new Reopen(Complaint)])
        {
            Done.By("c-017", Roles.Office, Roles.Citizen).When(command).ThenRefused(LivelihoodIssueRefusals.OwnerJudges, "c-017");
            Done.Given(new Confirm(Praise)).By("c-017", Roles.Office).When(command).ThenRefused(LivelihoodIssueRefusals.OwnerJudges, "c-017");
        }
    }

    [Theory]
    [InlineData("2026-04-07T15:59:59Z", false)]
    [InlineData("2026-04-07T16:00:00Z", true)]
    public void It_becomes_overdue_once_at_midnight_in_Asia_Shanghai_after_its_deadline(string time, bool overdue)
    {
        var step = Working.At(time).By("deadlines", Roles.System).When(new MarkOverdue());
        if (!overdue) step.ThenRefused(LivelihoodIssueRefusals.NotDue, "2026-04-07");
        else step.Then(new BecameOverdue(Day("2026-04-07"), Day("2026-04-08"))).When(new MarkOverdue()).ThenNothing()
            .By("c-001", Roles.Office).When(Accepting).ThenRefused(CommonRefusals.TooEarly, "2026-04-04", "2026-04-08")
            .When(Accepting with { Due = Day("2026-04-20") }).ThenAccepted().View.OverdueOn.Should().BeNull();
    }

    [Fact]
    public void What_has_no_deadline_is_never_overdue() =>
        Waiting.Given(Accepting with { Due = null }).By("deadlines", Roles.System).At("2030-01-01T09:00+08:00").When(new MarkOverdue()).ThenRefused(LivelihoodIssueRefusals.NoDeadline);

    [Fact]
    public void Deadlines_follow_the_plan()
    {
        var source = new DeadlineSource(new("livelihood", "huimin", "l-07"), LocalTime.StartOf(Today));
        LivelihoodIssue.Deadlines(FirstAccepted, source).Should().Equal(DeadlineChange.Set("overdue", DateTimeOffset.Parse("2026-04-07T16:00:00Z", null)));
        foreach (var e in (LivelihoodIssueEvent[])[FirstAccepted with { Due = null }, new BecameOverdue(Day("2026-04-07"), Day("2026-04-08"))])
            LivelihoodIssue.Deadlines(e, source).Should().Equal(DeadlineChange.Clear("overdue"));
        LivelihoodIssue.Deadlines(new Finished("已换", "c-017", Today), source).Should().Equal(DeadlineChange.ClearAll);
        foreach (var e in (LivelihoodIssueEvent[])[FirstRaised, new Declined("不", "c-003", Today), new ProgressReported("在", "c-017", Today), new Confirmed(Praise, "p-1", Today), new Reopened(Complaint, "p-1", Today)])
            LivelihoodIssue.Deadlines(e, source).Should().BeEmpty();
        LivelihoodIssue.Due(new(source.Stream, "overdue", default)).Should().BeOfType<MarkOverdue>();
        LivelihoodIssue.IsEarly(LivelihoodIssueRefusals.NotDue.With("2026-04-07")).Should().BeTrue();
        LivelihoodIssue.IsEarly(LivelihoodIssueRefusals.Over).Should().BeFalse();
    }

    [Fact]
    public void Everybody_does_what_their_role_allows()
    {
        Waiting.By("c-009", Roles.Supervisor).When(Raising).ThenRefused(CommonRefusals.NotEntitled, "citizen, informant, cadre, office");
        Waiting.By("p-1", Roles.Citizen).When(Accepting).ThenRefused(CommonRefusals.NotEntitled, "office, leader").When(new Decline("不")).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
        Working.By("c-018", Roles.Cadre).When(new ReportProgress("代")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office).When(new Finish("代")).ThenRefused(CommonRefusals.NotEntitled, Roles.Office)
            .When(new MarkOverdue()).ThenRefused(CommonRefusals.NotEntitled, "office, system");
        Done.By("c-018", Roles.Cadre).When(new Confirm(Praise)).ThenRefused(CommonRefusals.NotEntitled, "citizen, informant, office").When(new Reopen(Praise)).ThenRefused(CommonRefusals.NotEntitled, "citizen, informant, office");
        foreach (var command in (LivelihoodIssueCommand[])[Accepting, new ReportProgress("在"), new Finish("成"), new Confirm(Praise), new Reopen(Complaint), new MarkOverdue()])
            Unraised.When(command).ThenRefused(LivelihoodIssueRefusals.NotRaised);
        foreach (var command in (LivelihoodIssueCommand[])[new ReportProgress("在"), new Finish("成"), new MarkOverdue()])
            Waiting.When(command).ThenRefused(LivelihoodIssueRefusals.NotAccepted);
    }
}
