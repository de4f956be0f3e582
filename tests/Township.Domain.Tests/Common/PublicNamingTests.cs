using Township.Townships;

namespace Township;

/// <summary>§7: what is shown at a public notice is configurable.</summary>
public sealed class PublicNamingTests
{
    [Theory]
    [InlineData("张三", "张某")]
    [InlineData("张三丰", "张某")]
    [InlineData("欧阳娜娜", "欧阳某")]
    [InlineData("欧阳", "欧某")]
    [InlineData("上官云", "上官某")]
    [InlineData("阿依古丽·买买提", "阿某")]
    [InlineData("\U00020BB7野太郎", "\U00020BB7某")]
    [InlineData("Mary Smith", "M.")]
    [InlineData("é́lodie", "é́某")]
    [InlineData(" 李四 ", "李某")]
    [InlineData("王", "王某")]
    [InlineData(" ", "某人")]
    public void A_surname_is_what_the_courts_show(string name, string shown) => ((PersonalText)name).Show(PublicNames.Surname).Should().Be(shown);

    [Fact]
    public void A_township_may_show_all_or_nothing()
    {
        PersonalText.About("p-012", "张三").Show(PublicNames.Full).Should().Be("张三");
        PersonalText.About("p-012", "张三").Show(PublicNames.Hidden).Should().Be("某人");
    }

    [Theory]
    [InlineData(PublicNames.Full)]
    [InlineData(PublicNames.Surname)]
    public void What_cannot_be_read_is_called_what_it_is(PublicNames shown)
    {
        PersonalText.Erased("p-012").Show(shown).Should().Be("〔已依法删除〕");
        PersonalText.Sealed("p-012", 1, "AAEC").Show(shown).Should().Be("〔密〕");
    }
}
