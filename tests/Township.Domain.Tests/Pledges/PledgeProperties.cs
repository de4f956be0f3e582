using CsCheck;
using static Township.Huimin;
using static Township.Pledges.PledgeCommand;
using static Township.Pledges.PledgeScenes;

namespace Township.Pledges;

/// <summary>Whatever people do with a pledge, in whatever order, on whatever days: some things never happen.</summary>
public sealed class PledgeProperties
{
    static readonly Gen<DateOnly> Date = Gen.Int[0, 75].Select(Day(2, 1).AddDays);
    static readonly Gen<string> Words = Gen.OneOf("甲", "乙");
    static readonly Gen<EquatableList<PledgeItem>> Forms = Gen.OneOf(Dyke, Road, School).HashSet[1, 3].Select(items => items.ToEquatableList());

    static readonly Gen<PledgeCommand> Commands = Gen.OneOf<PledgeCommand>(
        Forms.Select(items => (PledgeCommand)new Write(items, 1)),
        Date.Select(on => (PledgeCommand)Statement(on)),
        Gen.Select(Forms, Words, (items, reason) => (PledgeCommand)new RequestAmendment(items, reason)),
        Gen.Int[1, 3].Select(number => (PledgeCommand)new ApproveAmendment(number)),
        Gen.Select(Gen.Int[1, 3], Words, (number, reason) => (PledgeCommand)new RejectAmendment(number, reason)),
        Words.Select(reason => (PledgeCommand)new Exempt(ExemptionKind.Other, reason)),
        Words.Select(reason => (PledgeCommand)new RevokeExemption(reason)),
        Gen.Select(Words, Date, (note, on) => (PledgeCommand)new Observe(note, on)),
        Gen.OneOf<PledgeCommand>(Gen.Const((PledgeCommand)new MarkMissed()), Gen.Const((PledgeCommand)new RecordDeparture()), Gen.Const((PledgeCommand)new RecordTransfer())),
        Words.Select(reason => (PledgeCommand)new ReverseMissed(reason)),
        Gen.Bool.Array[1, 3].Select(fulfilled => (PledgeCommand)Verify(fulfilled)),
        Words.Select(reason => (PledgeCommand)new ReverseVerification(reason)));

    // The right person acts most of the time, or the histories would stay short.
    static readonly Actor[] Anybody =
    [
        TheCadre, Superior, Leader, RelatedLeader, Office, Supervisor, RelatedSupervisor, DismissedSupervisor, Stranger, Person("c-017", Roles.Leader, Roles.Office, Roles.Supervisor),
    ];

    static Actor Fitting(PledgeCommand command) => command switch
    {
        Write or RequestAmendment => TheCadre,
        RecordStatement or RecordTransfer or RecordDeparture or MarkMissed => Office,
        Observe => Supervisor,
        _ => Leader,
    };

    static void Histories(Action<Huimin, PledgeView, PledgeCommand, Step<PledgeEvent>> afterEach, long iterations = 80) =>
        Gen.Select(Commands, Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[0, Anybody.Length - 1]).Array[1, 30].Sample(history =>
        {
            var (huimin, day) = (new Huimin(), Day(2, 20));
            foreach (var (command, days, chance, anybody) in history)
            {
                day = day.AddDays(days / 2);
                var before = huimin.PledgeView();
                afterEach(huimin, before, command, huimin.On(day).By(chance == 0 ? Anybody[anybody] : Fitting(command)).Pledge(command));
            }
        }, iter: iterations);

    /// <summary>But for observations: of two with the same words on the same day nobody can tell that they are one, their words are sealed.</summary>
    [Fact]
    public void The_same_again_writes_nothing_or_is_refused_because_it_is_done() =>
        Histories((huimin, _, command, step) =>
        {
            if (step.Refusal is null && command is not Observe) huimin.Pledge(command).Events.Should().BeEmpty();
        });

    [Fact]
    public void P2_Nothing_is_pledged_without_form_and_statement() =>
        Histories((huimin, _, _, _) =>
        {
            var view = huimin.PledgeView();
            if (view.Status is PledgeStatus.Pledged or PledgeStatus.Verified || view.PledgedOn is not null)
                (view.WrittenOn, view.Statement?.StatedOn).Should().Match<(DateOnly?, DateOnly?)>(d => view.PledgedOn == (d.Item1 > d.Item2 ? d.Item1 : d.Item2));
            view.Late.Should().Be(view.PledgedOn > view.Due?.On);
        });

    [Fact]
    public void Once_amended_the_original_items_never_change_and_the_due_day_never_does() =>
        Histories((huimin, before, _, _) =>
        {
            var view = huimin.PledgeView();
            if (before.Amendments.Count > 0) view.OriginalItems.Should().Equal(before.OriginalItems);
            if (before.Due is not null) view.Due.Should().Be(before.Due);
            view.Amendments.Count(a => a.Status == AmendmentStatus.Requested).Should().BeLessThan(2);
            view.Amendments.Should().NotContain(a => a.DecidedBy == "c-017");
        });

    [Fact]
    public void P5_The_verifier_is_never_the_cadre_nor_a_relative_nor_dismissed() =>
        Histories((huimin, _, _, _) =>
        {
            var view = huimin.PledgeView();
            (view.Verification?.By).Should().NotBe("c-017").And.NotBe("c-018").And.NotBe("s-2").And.NotBe("s-3");
            view.Observations.Should().NotContain(o => o.By != "s-1" || o.ObservedOn.Month != 3);
            if (view.Verification is { } result)
            {
                result.Findings.Select(f => f.Item).Should().Equal(Enumerable.Range(1, view.Items.Count));
                (result.Verdict == Verdict.Unfulfilled).Should().Be(result.Findings.Any(f => !f.Fulfilled));
            }
        });

    [Fact]
    public void Any_text_is_a_pledge_id_or_not_and_never_an_error() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["c-017.2.6"], 0, 14], Gen.Select(Gen.String, Gen.Int[0, 20], (cadre, month) => $"{cadre}.2026-{month:00}"))
            .Sample(text => (PledgeId.Find(text) is not { } id || id.ToString() == text).Should().BeTrue());
}
