using static Township.Disclosures.DisclosureCommand;
using static Township.Disclosures.DisclosureEvent;

namespace Township.Disclosures;

/// <summary>财务公开报审制 (§0): drafted, reviewed, approved and published, by different people.</summary>
public sealed class FinancialDisclosureTests
{
    static readonly Draft Report = new(DisclosureKind.FinancialReport, null, DisclosureAudience.Villagers, DisclosureForm.Table, "一季度收支", "收入 12 万元", null);
    static readonly DateTimeOffset Now = LocalTime.StartOf(new(2026, 3, 2)).AddHours(9);

    static Spec<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView> Drafted => Specs.Disclosure.Given(Report);

    static Spec<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView> Vetted => Drafted.By("c-002", Roles.Office).Given(new Review("账实相符"));

    static Spec<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView> Ready => Vetted.By("c-003", Roles.Leader).Given(new Approve());

    [Fact]
    public void It_is_drafted_reviewed_approved_and_published_by_different_people()
    {
        var spec = Drafted.By("c-002", Roles.Leader).When(new Review("账实相符")).Then(new Reviewed("c-002", Now, "账实相符")).When(new Review("账实相符")).ThenRefused(DisclosureRefusals.AlreadyReviewed)
            .By("c-003", Roles.Leader).When(new Approve()).Then(new Approved("c-003", Now)).When(new Approve()).ThenNothing();
        spec.View.Should().Match<DisclosureView>(v => v.Status == DisclosureStatus.Approved && v.DraftedBy == "c-001" && v.ReviewedBy == "c-002" && v.ApprovedBy == "c-003");
        spec.By("c-002", Roles.Office).When(new Review("账实相符")).ThenRefused(DisclosureRefusals.AlreadyApproved);
        spec.By("c-004", Roles.Leader).When(new Approve()).ThenRefused(DisclosureRefusals.AlreadyApproved);
        spec.By("c-001", Roles.Office).When(new Publish(Channel.DisclosureBoard, Now, "照片 3"))
            .Then(new Published(new(Channel.DisclosureBoard, Now, "照片 3", "c-001", 1, null)))
            .View.Status.Should().Be(DisclosureStatus.Published);
    }

    [Fact]
    public void Nobody_reviews_or_approves_what_they_drafted_or_approves_what_they_reviewed()
    {
        var all = (string[])[Roles.Office, Roles.Leader];
        Drafted.By("c-001", all).When(new Review("自审")).ThenRefused(DisclosureRefusals.SamePerson, "c-001");
        Drafted.By("c-001", all).When(new SendBack("自退")).ThenRefused(DisclosureRefusals.SamePerson, "c-001");
        Vetted.By("c-001", all).When(new Approve()).ThenRefused(DisclosureRefusals.SamePerson, "c-001");
        Vetted.By("c-002", all).When(new Approve()).ThenRefused(DisclosureRefusals.SamePerson, "c-002");
    }

    [Fact]
    public void Nothing_is_public_before_it_was_approved_nor_dated_back()
    {
        var publish = new Publish(Channel.Web, Now, "截图");
        Drafted.When(publish).ThenRefused(DisclosureRefusals.NotApproved);
        Vetted.By("c-001", Roles.Office).When(publish).ThenRefused(DisclosureRefusals.NotApproved);
        Vetted.At("2026-03-05T09:00+08:00").By("c-003", Roles.Leader).Given(new Approve()).By("c-001", Roles.Office).When(publish)
            .ThenRefused(DisclosureRefusals.BeforeText, "2026-03-02 09:00", "2026-03-05 09:00");
        Drafted.By("c-003", Roles.Leader).When(new Approve()).ThenRefused(DisclosureRefusals.NotReviewed);
    }

    [Fact]
    public void What_is_sent_back_is_corrected_and_reviewed_again()
    {
        foreach (var before in (Spec<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView>[])[Drafted, Vetted, Ready])
        {
            var spec = before.By("c-004", Roles.Leader).When(new SendBack("缺附件")).Then(new SentBack("c-004", Now, "缺附件")).When(new SendBack("缺附件")).ThenRefused(DisclosureRefusals.SentBack);
            spec.View.Status.Should().Be(DisclosureStatus.SentBack);
            spec.When(new Approve()).ThenRefused(DisclosureRefusals.SentBack).When(new Review("再审")).ThenRefused(DisclosureRefusals.SentBack)
                .When(new SendBack("另")).ThenRefused(DisclosureRefusals.SentBack);
            spec.By("c-001", Roles.Office).When(new Publish(Channel.Web, Now, "截图")).ThenRefused(DisclosureRefusals.SentBack)
                .When(new Correct("一季度收支", "收入 12 万元,附件一", "补附件")).Then(new Corrected(2, "一季度收支", "收入 12 万元,附件一", "补附件", "c-001", Now))
                .View.Status.Should().Be(DisclosureStatus.Drafted);
        }
    }

    [Fact]
    public void A_correction_after_approval_or_publication_needs_both_again()
    {
        var spec = Ready.By("c-001", Roles.Office).Given(new Publish(Channel.Web, Now, "截图"));
        spec.By("c-004", Roles.Leader).When(new SendBack("缺附件")).ThenRefused(DisclosureRefusals.IsPublic);
        var corrected = spec.By("c-005", Roles.Office).Given(new Correct("一季度收支", "收入 13 万元", "数字有误"));
        corrected.View.Should().Match<DisclosureView>(v => v.Status == DisclosureStatus.Drafted && v.ReviewedBy == null && v.ApprovedBy == null && v.DraftedBy == "c-005");
        corrected.When(new Publish(Channel.Web, Now, "截图")).ThenRefused(DisclosureRefusals.NotApproved).When(new Review("自审")).ThenRefused(DisclosureRefusals.SamePerson, "c-005");
    }

    [Fact]
    public void Only_financial_reports_are_reviewed()
    {
        var other = Specs.Disclosure.Given(Report with { Kind = DisclosureKind.Other }).By("c-002", Roles.Leader);
        foreach (var command in (DisclosureCommand[])[new Review("审"), new Approve(), new SendBack("退")])
            other.When(command).ThenRefused(DisclosureRefusals.NoReview);
    }

    [Fact]
    public void Only_leaders_approve_and_only_office_and_leaders_review()
    {
        foreach (var role in (string[])[Roles.Cadre, Roles.Supervisor, Roles.System, Roles.Auditor])
        {
            Drafted.By("c-002", role).When(new Review("审")).ThenRefused(CommonRefusals.NotEntitled, "office, leader");
            Drafted.By("c-002", role).When(new SendBack("退")).ThenRefused(CommonRefusals.NotEntitled, "office, leader");
            Vetted.By("c-003", role).When(new Approve()).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
        }

        Vetted.By("c-003", Roles.Office).When(new Approve()).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);
    }
}
