using CsCheck;
using Township.Promises;

namespace Township.DeductionProposals;

/// <summary>Flow 1: what failed has one id, so that it is proposed once, whoever proposes it.</summary>
public sealed class DeductionIdTests
{
    [Theory]
    [InlineData("promise.2026-01.3", "2026-01.3", 1)]
    [InlineData("promise.2026-01.3@2", "2026-01.3", 2)]
    [InlineData("promise.2026-01.3.2", "2026-01.3.2", 1)]
    [InlineData("promise.2026-01.3.2@11", "2026-01.3.2", 11)]
    [InlineData("promise.a@2.3", "a@2.3", 1)]
    [InlineData("promise.a@2.3@2", "a@2.3", 2)]
    public void An_id_names_promise_and_due_day(string text, string promise, int due)
    {
        DeductionId.Find(text).Should().Be(new DeductionId(PromiseId.Find(promise)!, due));
        DeductionId.Find(text)!.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("2026-01.3")]
    [InlineData("promise.2026-01")]
    [InlineData("promise.2026-01.3@1")]
    [InlineData("promise.2026-01.3@02")]
    [InlineData("promise.2026-01.3@10000")]
    [InlineData("promise.@2")]
    [InlineData("pledge.c-017.2026-03")]
    public void Whatever_else_is_no_id_and_refused_as_a_key(string id)
    {
        DeductionId.Find(id).Should().BeNull();
        EventSourcing.Testing.Spec.Of(DeductionProposal.Type, $"deduction/huimin/{id}").By("c-003", Roles.System)
            .When(new DeductionProposalCommand.Withdraw("误")).ThenRefused(KernelRefusals.UnknownKey, "huimin/" + id);
    }

    [Fact]
    public void Any_text_is_an_id_or_not_and_never_an_error_and_no_two_ids_are_written_alike() =>
        Gen.OneOf(Gen.String, Gen.Select(Gen.String[0, 3], Gen.Int[-1, 1100], Gen.Int[-1, 11000], (hearing, issue, due) => $"promise.{hearing}.{issue}@{due}"))
            .Sample(text => (DeductionId.Find(text) is not { } id || id.ToString() == text).Should().BeTrue());
}
