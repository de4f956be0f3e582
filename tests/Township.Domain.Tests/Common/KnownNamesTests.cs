namespace Township;

/// <summary>§7: a name counts as found however it is spaced, wide or narrow, and so does every earlier name of the same person.</summary>
public sealed class KnownNamesTests
{
    static readonly KnownNames Names = new([("c-001", "张志明"), ("c-014", "张小芳"), ("c-014", "张芳"), ("c-015", "张志明"), ("p-1", "Ann Lee"), ("p-2", " ")]);

    [Theory]
    [InlineData("张志明表态", "c-001", "c-015")]
    [InlineData("请张 志　明同志\n说明", "c-001", "c-015")]
    [InlineData("原名张芳,今名张小芳", "c-014")]
    [InlineData("ＡｎｎＬｅｅ和张芳", "c-014", "p-1")]
    [InlineData("张\u200B芳,ANN LEE", "c-014", "p-1")]
    [InlineData("张先生")]
    [InlineData("")]
    public void Whom_a_text_names(string text, params string[] persons) => Names.In(text).Should().Equal(persons);

    [Fact]
    public void Where_a_text_names_them() =>
        new KnownNames([("c-1", "张三"), ("c-2", "张 三"), ("c-3", "张三丰"), ("c-4", "Ann Lee")]).Find("张　三，张三丰，Ann\nLee，Joann Lee").Should().Equal(
            new NamePosition(0, 3, ["c-1", "c-2"]), new NamePosition(4, 3, ["c-3"]), new NamePosition(8, 7, ["c-4"]));

    [Fact]
    public void A_text_is_written_about_those_whom_it_names_and_others() =>
        Names.Write("张芳到场", "c-009").Should().Be(PersonalText.About(["c-009", "c-014"], "张芳到场"));
}
