using static Township.PledgeForms.PledgeFormCommand;
using static Township.PledgeForms.PledgeFormEvent;

namespace Township.PledgeForms;

/// <summary>P3: the town issues the uniform form; each version has its months.</summary>
public sealed class PledgeFormTests
{
    static readonly Month March = new(2026, 3);
    static readonly Issue Issuing = new("惠民镇机关干部工作月承诺表", 1, 5, "按岗位职责填写", March);
    static readonly Issued First = new(new(1, "惠民镇机关干部工作月承诺表", 1, 5, "按岗位职责填写", March));

    [Fact]
    public void The_first_version_is_issued_for_the_current_month() =>
        Specs.PledgeForm.When(Issuing).Then(First).View.Should().Be(new PledgeFormView([First.Template]));

    [Fact]
    public void The_next_version_replaces_it_from_its_month_on()
    {
        var second = new FormTemplate(2, "新承诺表", 2, 6, "逐项填写", new(2026, 5));
        var view = Specs.PledgeForm.Given(First).When(new Issue("新承诺表", 2, 6, "逐项填写", new(2026, 5))).Then(new Issued(second)).View;
        new[] { new Month(2026, 2), March, new(2026, 4), new(2026, 5), new(2027, 1) }.Select(view.For)
            .Should().Equal(null, First.Template, First.Template, second, second);
    }

    [Fact]
    public void Issuing_the_same_again_changes_nothing() => Specs.PledgeForm.Given(First).When(Issuing).ThenNothing();

    [Fact]
    public void Issuing_the_same_again_changes_nothing_even_months_later() =>
        Specs.PledgeForm.Given(First).At("2026-06-01T09:00+08:00").When(Issuing).ThenNothing();

    [Fact]
    public void A_version_never_begins_in_the_past() =>
        Specs.PledgeForm.When(Issuing with { From = new(2026, 2) }).ThenRefused(PledgeFormRefusals.FromTooEarly, "2026-02", "2026-03");

    [Fact]
    public void The_current_month_is_that_of_Shanghai() =>
        Specs.PledgeForm.At("2026-03-31T16:00Z").When(Issuing).ThenRefused(PledgeFormRefusals.FromTooEarly, "2026-03", "2026-04");

    [Fact]
    public void A_version_never_begins_with_or_before_the_one_it_replaces()
    {
        var spec = Specs.PledgeForm.When(Issuing with { From = new(2026, 12) }).ThenAccepted();
        spec.When(new Issue("新承诺表", 1, 5, "逐项填写", new(2026, 12))).ThenRefused(PledgeFormRefusals.FromTooEarly, "2026-12", "2027-01");
        spec.When(new Issue("新承诺表", 1, 5, "逐项填写", March)).ThenRefused(PledgeFormRefusals.FromTooEarly, "2026-03", "2027-01");
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(11, 15)]
    [InlineData(3, 2)]
    [InlineData(1, 21)]
    public void Bounds_that_make_no_sense_are_refused(int fewest, int most) =>
        Specs.PledgeForm.When(Issuing with { MinItems = fewest, MaxItems = most }).ThenRefused(PledgeFormRefusals.WrongBounds, fewest, most);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(10, 20)]
    public void Bounds_at_the_ends_of_their_ranges_are_issued(int fewest, int most) =>
        Specs.PledgeForm.When(Issuing with { MinItems = fewest, MaxItems = most }).Then(new Issued(First.Template with { MinItems = fewest, MaxItems = most }));

    [Theory]
    [InlineData(Roles.Leader)]
    [InlineData(Roles.Cadre)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.Auditor)]
    public void Only_the_efficiency_office_issues_it(string role) =>
        Specs.PledgeForm.By("c-009", role).When(Issuing).ThenRefused(CommonRefusals.NotEntitled, Roles.Office);

    [Fact]
    public void There_is_one_form_in_a_township() =>
        Spec.Of(PledgeForm.Type, "pledge-form/huimin/weekly").By("c-001", Roles.Office)
            .When(Issuing).ThenRefused(KernelRefusals.UnknownKey, "huimin/weekly");

    [Fact]
    public void A_month_that_is_none_is_refused() => Specs.PledgeForm.When(Issuing with { From = default }).ThenMalformed("from");
}
