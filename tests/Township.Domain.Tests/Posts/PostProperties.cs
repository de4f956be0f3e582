using CsCheck;
using static Township.Posts.PostCommand;

namespace Township.Posts;

public sealed class PostProperties
{
    static readonly Gen<EquatableList<string>> Duties = Gen.OneOf("防汛", "信访", "春耕").Array[1, 3].Select(d => d.ToEquatableList());

    internal static readonly Gen<PostCommand> Commands = Gen.OneOf(
        Gen.Select(Gen.OneOf("主任", "副主任"), Gen.Enum<PostLevel>(), Duties, (title, level, duties) => (PostCommand)new Establish(title, "农业办", level, duties)),
        Duties.Select(duties => (PostCommand)new ReviseDuties(duties)),
        Gen.OneOf("机构改革", "合并").Select(reason => (PostCommand)new Abolish(reason)));

    [Fact]
    public void A_retry_writes_nothing_and_a_post_never_has_a_duty_twice() =>
        Commands.Array[1, 12].Sample(history =>
        {
            var world = new World();
            foreach (var command in history)
            {
                var refused = world.Do(Post.Type, "p-1", command).Refusal is not null;
                world.View(Post.Type, "p-1").Duties.Should().OnlyHaveUniqueItems();
                if (!refused) world.Do(Post.Type, "p-1", command).Events.Should().BeEmpty();
            }
        }, iter: 500);

    [Fact]
    public void What_was_abolished_stays_as_it_was() =>
        Commands.Array[1, 12].Sample(history =>
        {
            var world = new World();
            PostView? abolished = null;
            foreach (var command in history)
            {
                world.Do(Post.Type, "p-1", command);
                var view = world.View(Post.Type, "p-1");
                view.Should().Be(abolished ?? view);
                if (view.Abolished) abolished = view;
            }
        }, iter: 500);
}
