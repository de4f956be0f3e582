using CsCheck;
using static Township.Cadres.People;
using static Township.LivelihoodIssues.LivelihoodIssueCommand;
using static Township.LivelihoodIssues.LivelihoodIssueEvent;

namespace Township.LivelihoodIssues;

public sealed class LivelihoodIssueProperties
{
    static readonly Gen<string> Words = Gen.OneOf("甲", "乙");
    static readonly Gen<PersonalText> Texts = Words.Select(w => PersonalText.About("p-1", w));
    static readonly Gen<DateOnly> Days = Gen.Int[-5, 60].Select(d => new DateOnly(2026, 3, 2).AddDays(d));

    internal static readonly Gen<LivelihoodIssueCommand> Commands = Gen.OneOf<LivelihoodIssueCommand>(
        Texts.Select(text => (LivelihoodIssueCommand)new Raise("上宅桥", text, text, null)),
        Gen.Select(Gen.OneOf("c-1", "c-2"), Days, Gen.Bool, (owner, due, has) => (LivelihoodIssueCommand)new Accept("换桥板", owner, has ? due : null)),
        Words.Select(reason => (LivelihoodIssueCommand)new Decline(reason)),
        Words.Select(text => (LivelihoodIssueCommand)new ReportProgress(text)),
        Words.Select(result => (LivelihoodIssueCommand)new Finish(result)),
        Texts.Select(text => (LivelihoodIssueCommand)new LivelihoodIssueCommand.Confirm(text)),
        Texts.Select(text => (LivelihoodIssueCommand)new Reopen(text)),
        Gen.Const((LivelihoodIssueCommand)new MarkOverdue()));

    [Fact]
    public void No_issue_is_lost_and_what_is_done_was_accepted_and_is_judged_by_others() =>
        Gen.Select(Commands, Gen.Int[0, 10], Gen.OneOf("c-1", "c-2", "c-3")).Array[1, 40].Sample(history =>
        {
            var (spec, day, events) = (Specs.LivelihoodIssue.With(Cadre("c-000")), new DateOnly(2026, 3, 2), new List<LivelihoodIssueEvent>());
            foreach (var (command, days, who) in history)
            {
                day = day.AddDays(days);
                spec = spec.At(LocalTime.StartOf(day)).By(who, Roles.Office, Roles.Leader).Tried(command, events, anew: command is Accept or ReportProgress);
                var view = spec.View;
                (view.Status is LivelihoodIssueStatus.Unraised).Should().Be(events.Count == 0);
                view.Reopenings.Should().Be(events.OfType<Reopened>().Count());
                if (view.Status is LivelihoodIssueStatus.Done or LivelihoodIssueStatus.Confirmed) (view.Measures is not null && view.Result is not null).Should().BeTrue();
                if (view.Status is LivelihoodIssueStatus.Confirmed) events.OfType<Confirmed>().Last().By.Should().NotBe(view.OwnerId);
                (view.OverdueOn <= view.Due?.On).Should().BeFalse();
            }
        }, iter: 200);
}
