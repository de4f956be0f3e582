using static Township.Posts.PostCommand;
using static Township.Posts.PostEvent;

namespace Township.Posts;

public sealed class PostTests
{
    static readonly Established Post = new("农业办主任", "农业办", PostLevel.MiddleManager, ["春耕生产", "防汛抗旱"]);
    static readonly Establish Establishing = new(Post.Title, Post.Department, Post.Level, Post.Duties);
    static readonly Abolished End = new("机构改革");

    /// <summary>P1: pledges are made from the duties of the post.</summary>
    [Fact]
    public void A_post_is_established_with_its_duties() =>
        Specs.Post.When(Establishing).Then(Post)
            .View.Should().Be(new PostView("农业办主任", "农业办", PostLevel.MiddleManager, ["春耕生产", "防汛抗旱"], false));

    [Fact]
    public void Establishing_it_again_the_same_way_changes_nothing() => Specs.Post.Given(Post).When(Establishing).ThenNothing();

    [Fact]
    public void Establishing_it_again_otherwise_is_refused() =>
        Specs.Post.Given(Post).When(Establishing with { Title = "城建办主任" }).ThenRefused(CommonRefusals.AlreadyExists, "p-07");

    [Fact]
    public void Duties_are_set_anew() =>
        Specs.Post.Given(Post).When(new ReviseDuties(["秋收"])).Then(new DutiesRevised(["秋收"]))
            .View.Should().Be(new PostView("农业办主任", "农业办", PostLevel.MiddleManager, ["秋收"], false));

    [Fact]
    public void Setting_the_same_duties_changes_nothing() => Specs.Post.Given(Post).When(new ReviseDuties(Post.Duties)).ThenNothing();

    [Fact]
    public void A_duty_is_named_once()
    {
        Specs.Post.When(Establishing with { Duties = ["防汛", "防汛"] }).ThenRefused(PostRefusals.DutyTwice, "防汛");
        Specs.Post.Given(Post).When(new ReviseDuties(["防汛", "信访", "防汛"])).ThenRefused(PostRefusals.DutyTwice, "防汛");
    }

    [Fact]
    public void A_post_has_one_to_twenty_duties()
    {
        Specs.Post.When(Establishing with { Duties = [] }).ThenMalformed("duties");
        Specs.Post.Given(Post).When(new ReviseDuties(Enumerable.Range(1, 21).Select(i => $"{i}").ToEquatableList())).ThenMalformed("duties");
    }

    [Fact]
    public void A_post_is_abolished_and_stays_visible() =>
        Specs.Post.Given(Post).When(new Abolish("机构改革")).Then(End)
            .View.Should().Be(new PostView("农业办主任", "农业办", PostLevel.MiddleManager, ["春耕生产", "防汛抗旱"], true));

    [Fact]
    public void It_is_abolished_once() => Specs.Post.Given(Post, End).When(new Abolish("机构改革")).ThenRefused(PostRefusals.Abolished, "p-07");

    [Fact]
    public void After_that_nothing_else_happens_to_it()
    {
        var spec = Specs.Post.Given(Post, End);
        spec.When(new Abolish("合并")).ThenRefused(PostRefusals.Abolished, "p-07");
        spec.When(new ReviseDuties(["秋收"])).ThenRefused(PostRefusals.Abolished, "p-07");
        spec.When(Establishing).ThenRefused(CommonRefusals.AlreadyExists, "p-07");
    }

    [Fact]
    public void A_post_that_was_never_established_is_unknown()
    {
        Specs.Post.When(new ReviseDuties(["秋收"])).ThenRefused(CommonRefusals.Unknown, "p-07");
        Specs.Post.When(new Abolish("机构改革")).ThenRefused(CommonRefusals.Unknown, "p-07");
    }

    [Fact]
    public void The_leading_group_may_do_all_of_it_too() =>
        Specs.Post.By("c-002", Roles.Leader)
            .When(Establishing).Then(Post).When(new ReviseDuties(["秋收"])).Then(new DutiesRevised(["秋收"])).When(new Abolish("机构改革")).Then(End);

    [Theory]
    [InlineData(Roles.Cadre)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.Auditor)]
    public void Nobody_else_may(string role)
    {
        foreach (var command in new PostCommand[] { Establishing, new ReviseDuties(["秋收"]), new Abolish("机构改革") })
            Specs.Post.By("c-009", role).When(command).ThenRefused(CommonRefusals.NotEntitled, "office, leader");
    }
}
