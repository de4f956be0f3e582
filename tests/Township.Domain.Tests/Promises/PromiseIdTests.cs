using CsCheck;

namespace Township.Promises;

/// <summary>H7: the id of a promise says for which issue it is, so that no issue has two at a time.</summary>
public sealed class PromiseIdTests
{
    [Fact]
    public void An_id_names_hearing_issue_and_number()
    {
        PromiseId.Find("2026-01.3").Should().Be(new PromiseId("2026-01", 3));
        PromiseId.Find("2026-01.3.2").Should().Be(new PromiseId("2026-01", 3, 2));
        PromiseId.Find("2026-01.3.2")!.Previous().Should().Be(new PromiseId("2026-01", 3));
        PromiseId.Find("2026-01.3")!.Previous().Should().BeNull();
    }

    [Theory]
    [InlineData("2026-01")]
    [InlineData("2026-01.0")]
    [InlineData("2026-01.03")]
    [InlineData("2026-01.1000")]
    [InlineData("2026-01.3.1")]
    [InlineData("2026-01.3.02")]
    [InlineData("2026-01.3.100")]
    [InlineData("2026.01.3.2")]
    [InlineData(".3")]
    [InlineData("2026-01.")]
    public void Whatever_else_is_no_id_and_refused_as_a_key(string id)
    {
        PromiseId.Find(id).Should().BeNull();
        EventSourcing.Testing.Spec.Of(Promise.Type, $"promise/huimin/{id}").By("c-010", Roles.Office)
            .When(new PromiseCommand.Remind()).ThenRefused(KernelRefusals.UnknownKey, "huimin/" + id);
    }

    [Fact]
    public void Any_text_is_an_id_or_not_and_never_an_error() =>
        Gen.OneOf(Gen.String, Gen.Select(Gen.String[0, 3], Gen.Int[-1, 1100], Gen.Int[-1, 110], (hearing, issue, number) => $"{hearing}.{issue}.{number}"))
            .Sample(text => (PromiseId.Find(text) is not { } id || id.ToString() == text && text.Length <= KeyAttribute.MaxLength).Should().BeTrue());
}
