using Township.Cadres;
using Township.DeductionProposals;
using Township.Hearings;
using Township.IssueReports;
using Township.LivelihoodIssues;
using Township.Measures;
using Township.Notices;
using Township.Pledges;
using Township.Promises;
using Township.Supervisors;
using Township.Townships;

namespace Township;

/// <summary>§7: whom texts are about where neither the command nor the client says it, so that nobody can forget to.</summary>
public sealed class PersonsOfTests
{
    static readonly Actor Speaker = new("p-9", "huimin", [Roles.Citizen]);
    static readonly DateOnly Today = new(2026, 3, 2);
    static readonly DueDate Due = new(new(2026, 3, 9), "cn-2026.1", false);

    [Fact]
    public void Of_a_cadre_and_of_what_is_one_cadre_s_by_its_id()
    {
        Of<Cadre, CadreCommand, CadreEvent, CadreView>("cadre/huimin/c-017", new CadreCommand.Depart(Today, "退休")).Should().Equal("c-017");
        Of<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView>("supervisor/huimin/s-1", new SupervisorCommand.Dismiss(Today, "期满")).Should().Equal("s-1");
        Of<Pledge, PledgeCommand, PledgeEvent, PledgeView>("pledge/huimin/c-017.2026-03", new PledgeCommand.Observe("到岗", Today)).Should().Equal("c-017");
        Of<Notice, NoticeCommand, NoticeEvent, NoticeView>("notice/huimin/c-017.2026-03.2", new NoticeCommand.Withdraw("有误")).Should().Equal("c-017");
        Of<Measure, MeasureCommand, MeasureEvent, MeasureView>("measure/huimin/c-017.2026-03", new MeasureCommand.Cancel("有误")).Should().Equal("c-017");
        Of<Pledge, PledgeCommand, PledgeEvent, PledgeView>("pledge/huimin/nonsense", new PledgeCommand.Observe("到岗", Today)).Should().BeEmpty();
    }

    [Fact]
    public void Of_a_promise_its_owner_to_its_end()
    {
        var made = new PromiseEvent.Made("2026-01", 3, "c-009", "修渠", "缺水泥", Due, Today, "c-007", Today, "hearing/1");
        var withdraw = new PromiseCommand.Withdraw("有误");
        Promise(withdraw).Should().BeEmpty("it has not been made");
        Promise(withdraw, made).Should().Equal("c-009");
        Promise(withdraw, made, new PromiseEvent.Fulfilled(Today, false, "已看", "c-007", Today)).Should().Equal("c-009");
        Promise(withdraw, made, new PromiseEvent.Withdrawn("c-007", Today, "有误")).Should().Equal("c-009");

        static IEnumerable<string> Promise(PromiseCommand command, params PromiseEvent[] events) =>
            Of<Promise, PromiseCommand, PromiseEvent, PromiseView>("promise/huimin/2026-01.3", command, events);
    }

    [Fact]
    public void Of_a_proposed_deduction_the_cadre_concerned_to_its_end()
    {
        var proposed = new DeductionProposalEvent.Proposed(new("promise/huimin/2026-01.3", 5, "promise.became-overdue"), "c-009", "H7", new(1, 1, 2), "逾期", "system", Today, "hearing/1");
        var dismiss = new DeductionProposalCommand.Dismiss("有误");
        Deduction(dismiss).Should().BeEmpty("it has not been proposed");
        Deduction(dismiss, proposed).Should().Equal("c-009");
        Deduction(new DeductionProposalCommand.Propose(proposed.Source, "逾期"), proposed).Should().BeEmpty("sent again it must be about the same people");
        Deduction(dismiss, proposed, new DeductionProposalEvent.Confirmed(1, "c-003", Today, "属实")).Should().Equal("c-009");
        Deduction(dismiss, proposed, new DeductionProposalEvent.Dismissed("c-003", Today, "有误")).Should().Equal("c-009");
        Deduction(dismiss, proposed, new DeductionProposalEvent.Withdrawn("system", Today, "撤回")).Should().Equal("c-009");

        static IEnumerable<string> Deduction(DeductionProposalCommand command, params DeductionProposalEvent[] events) =>
            Of<DeductionProposal, DeductionProposalCommand, DeductionProposalEvent, DeductionProposalView>("deduction/huimin/promise.2026-01.3", command, events);
    }

    [Fact]
    public void Of_a_report_whoever_reports_and_of_its_answer_the_same()
    {
        IssueReportCommand.FileIssue own = new(ReporterKind.Citizen, null, IssueCategory.Water, "渠堵了", null, null), told = own with { ReporterName = "陈静" };
        Report(own).Should().Equal("p-9");
        Report(told).Should().BeEmpty("somebody without an id");
        Report(own with { ReporterId = "p-3" }).Should().BeEmpty("the command names them");
        var filed = new IssueReportEvent.Filed(ReporterKind.Citizen, "p-3", null, "c-008", null, IssueCategory.Water, PersonalText.Sealed([new("p-3", 1), new("p-4", 2)], "AAAA"), Today);
        Report(new IssueReportCommand.Answer("已修"), filed).Should().Equal("p-3", "p-4");

        static IEnumerable<string> Report(IssueReportCommand command, params IssueReportEvent[] events) =>
            Of<IssueReport, IssueReportCommand, IssueReportEvent, IssueReportView>("issue-report/huimin/r-1", command, events);
    }

    [Fact]
    public void Of_a_livelihood_issue_those_who_raised_it_through_all_its_rounds()
    {
        var raised = new LivelihoodIssueEvent.Raised("路灯", PersonalText.Sealed("p-3", 1, "AAAA"), PersonalText.Sealed("p-3", 1, "AAAA"), null, "p-3", Today);
        var accepted = new LivelihoodIssueEvent.Accepted("换灯", "c-010", null, "c-007", Today);
        var finished = new LivelihoodIssueEvent.Finished("亮了", "c-010", Today);
        var reopened = new LivelihoodIssueEvent.Reopened("又坏了", "p-3", Today);
        var reopen = new LivelihoodIssueCommand.Reopen("又坏了");
        Issue(reopen).Should().BeEmpty("it has not been raised");
        Issue(new LivelihoodIssueCommand.Raise("路灯", PersonalText.About("p-4", "陈静"), "坏了", null), raised).Should().Equal("p-4");
        foreach (var events in (LivelihoodIssueEvent[][])
            [[raised], [raised, accepted], [raised, accepted, finished], [raised, accepted, finished, new LivelihoodIssueEvent.Confirmed("好", "p-3", Today)],
             [raised, new LivelihoodIssueEvent.Declined("重复", "c-002", Today)], [raised, accepted, finished, reopened]])
            Issue(reopen, events).Should().Equal("p-3");

        static IEnumerable<string> Issue(LivelihoodIssueCommand command, params LivelihoodIssueEvent[] events) =>
            Of<LivelihoodIssue, LivelihoodIssueCommand, LivelihoodIssueEvent, LivelihoodIssueView>("livelihood/huimin/l-1", command, events);
    }

    [Fact]
    public void Of_a_hearing_s_corrected_entry_its_speaker_and_of_a_measure_its_owner()
    {
        var at = new DateTimeOffset(2026, 3, 10, 1, 0, 0, TimeSpan.Zero);
        HearingEvent[] sitting =
        [
            new HearingEvent.Prepared("农田水利", HearingPolicy.Default, "c-007"), new HearingEvent.IssueAdded(1, "水渠", [], null),
            new HearingEvent.Opened("c-002", at, new(Today, 7, NoticeProfile.NaturalDays, new(2026, 3, 10), "cn-2026.1", false), 2, 1, 2),
            new HearingEvent.Asked(1, "p-3", 1, "何时修？", "c-008"),
        ];
        HearingEvent[] held = [.. sitting, new HearingEvent.SittingEnded(at, Due, "c-002"), new HearingEvent.MeasureAssigned(1, 1, "清淤", "c-012", Due, "c-007")];
        foreach (var events in (HearingEvent[][])[sitting, held, [.. held, new HearingEvent.Closed("c-007", Today)]])
        {
            Hearing(new HearingCommand.CorrectEntry(1, "几时修？", "听错"), events).Should().Equal("p-3");
            Hearing(new HearingCommand.CorrectEntry(2, "几时修？", "听错"), events).Should().BeEmpty();
        }

        Hearing(new HearingCommand.CompleteMeasure(1, 1, "已清"), held).Should().Equal("c-012");
        Hearing(new HearingCommand.CompleteMeasure(1, 2, "已清"), held).Should().BeEmpty();
        Hearing(new HearingCommand.CompleteMeasure(2, 1, "已清"), sitting).Should().BeEmpty();

        static IEnumerable<string> Hearing(HearingCommand command, params HearingEvent[] events) =>
            Of<Hearing, HearingCommand, HearingEvent, HearingView>("hearing/huimin/2026-01", command, events);
    }

    static string[] Of<TState, TCommand, TEvent, TView>(string stream, TCommand command, params TEvent[] events)
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class =>
        [.. TState.PersonsOf(command, events.Aggregate(TState.Initial, TState.Evolve), StreamId.Parse(stream), Speaker)];
}
