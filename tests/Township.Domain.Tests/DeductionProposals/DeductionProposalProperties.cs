using CsCheck;
using Township.Cadres;
using Township.Promises;
using Township.Townships;
using static Township.DeductionProposals.DeductionProposalCommand;
using static Township.DeductionProposals.DeductionProposalEvent;
using static Township.Promises.PromiseScenes;

namespace Township.DeductionProposals;

public sealed class DeductionProposalProperties
{
    static readonly Gen<string> Words = Gen.OneOf("甲", "乙");

    internal static readonly Gen<DeductionProposalCommand> Commands = Gen.OneOf<DeductionProposalCommand>(
        Gen.Select(Gen.Int[0, 2], Words, (version, text) => (DeductionProposalCommand)new Propose(new("promise/huimin/2026-01.3", version, "promise.became-overdue"), text)),
        Gen.Select(Gen.Int[0, 5], Words, (half, reason) => (DeductionProposalCommand)new Confirm(half / 2m, reason)),
        Words.Select(reason => (DeductionProposalCommand)new Dismiss(reason)),
        Words.Select(reason => (DeductionProposalCommand)new Withdraw(reason)));

    static readonly string[] Anybody = ["c-003", "c-010", "c-017", "c-018"];

    [Fact]
    public void Flow_1_It_is_proposed_once_decided_once_and_never_by_the_person_concerned_or_a_relative() =>
        Gen.Select(Commands, Gen.Int[0, 5], Gen.Int[0, Anybody.Length - 1]).Array[1, 20].Sample(history =>
        {
            var (spec, events) = (Specs.DeductionProposal.With(HearingPolicy.Default).With(People.Cadre("c-002")).With("c-018", RelatedCadre), new List<DeductionProposalEvent>());
            var reversed = false;
            foreach (var (command, chance, who) in history)
            {
                reversed |= chance == 0;
                var before = events.Count;
                spec = spec.By(Anybody[who], Roles.Office, Roles.Leader, Roles.System).With("2026-01.3", reversed ? Stands(PromiseStatus.Withdrawn) : Stands(PromiseStatus.Overdue, 1))
                    .Tried(command, events);
                if (events.Count > before) (events[^1] is Proposed or Confirmed && reversed || events[^1] is Withdrawn && !reversed).Should().BeFalse();
                events.OfType<Proposed>().Count().Should().BeLessThan(2);
                events.Count(e => e is Confirmed or Dismissed or Withdrawn).Should().BeLessThan(2);
                if (spec.View.Status is DeductionStatus.Confirmed or DeductionStatus.Dismissed) spec.View.DecidedBy.Should().NotBe("c-017").And.NotBe("c-018");
                if (spec.View.ConfirmedPoints is { } points) points.Should().BeInRange(0.5m, 2m);
                (spec.View.ConfirmedPoints is not null).Should().Be(spec.View.Status is DeductionStatus.Confirmed);
            }
        }, iter: 300);
}
