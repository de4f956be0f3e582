using System.Text.Json;

namespace Township.EventSourcing.Tests;

public sealed partial class PersonalTextTests
{
    internal sealed record Card(PersonalText Name, PersonalText? Phone, EquatableList<PersonalText> Remarks);

    sealed record Write([Text(5)] PersonalText Name, [Text(10, MultiLine = true)] PersonalText? Note, EquatableList<PersonalText> Names) : ICommand
    {
        public Guid CommandId { get; } = Guid.CreateVersion7();
    }

    [Fact]
    public void Every_state_has_its_json_and_comes_back_equal()
    {
        var card = new Card("张三", null,
            [
                PersonalText.About("p-012", "住桥头村"), PersonalText.About(["p-012", "c-001", "p-012"], "与张三是邻居"),
                PersonalText.Sealed([new("p-012", 2), new("c-001", 1)], "AAEC+/8="), PersonalText.Erased("p-012", "c-001"),
            ]);
        var json = JsonSerializer.Serialize(card, KernelJson.Default);
        json.Should().Be("""{"name":"张三","phone":null,"remarks":[{"about":["p-012"],"text":"住桥头村"},{"about":["c-001","p-012"],"text":"与张三是邻居"},{"about":{"c-001":1,"p-012":2},"sealed":"AAEC+/8="},{"about":["c-001","p-012"],"erased":true}]}""");
        JsonSerializer.Deserialize<Card>(json, KernelJson.Default).Should().Be(card);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""["a"]""")]
    [InlineData("""{"about":["p"]}""")]
    [InlineData("""{"text":"a"}""")]
    [InlineData("""{"about":"p","text":"a"}""")]
    [InlineData("""{"about":[],"text":"a"}""")]
    [InlineData("""{"about":[7],"text":"a"}""")]
    [InlineData("""{"about":["p"],"text":null}""")]
    [InlineData("""{"about":["p"],"text":"a","text":"b"}""")]
    [InlineData("""{"about":["p"],"text":"a","other":"b"}""")]
    [InlineData("""{"about":["p"],"text":"a","sealed":"AA=="}""")]
    [InlineData("""{"about":["p"],"sealed":"AA=="}""")]
    [InlineData("""{"about":{"p":1},"text":"a"}""")]
    [InlineData("""{"about":{"p":0},"sealed":"AA=="}""")]
    [InlineData("""{"about":{"p":"1"},"sealed":"AA=="}""")]
    [InlineData("""{"about":{"p":1},"sealed":"A"}""")]
    [InlineData("""{"about":{"p":1}}""")]
    [InlineData("""{"about":{},"sealed":"AA=="}""")]
    [InlineData("""{"about":{"p":1,"p":1},"sealed":"AA=="}""")]
    [InlineData("""{"about":{"p":1,"c":1},"sealed":"AA=="}""")]
    [InlineData("""{"about":["p"],"erased":false}""")]
    [InlineData("""{"about":{"p":1},"erased":true}""")]
    public void Other_json_is_refused(string text)
    {
        var reading = () => JsonSerializer.Deserialize<Card>($$"""{"name":{{text}},"phone":null,"remarks":[]}""", KernelJson.Default);
        reading.Should().Throw<JsonException>();
    }

    [Fact]
    public void People_are_named_once_and_in_one_order() =>
        PersonalText.About(["p-2", "p-10", "C-1", "p-2"], "a").Should().Be(PersonalText.About(["C-1", "p-10", "p-2"], "a"));

    [Fact]
    public void It_never_prints_the_text()
    {
        PersonalText[] texts = ["张三", PersonalText.About("p-012", "张三"), PersonalText.Sealed([new("p-012", 1), new("c-001", 3)], "AAEC"), PersonalText.Erased("p-012")];
        texts.Select(t => t.ToString()).Should().Equal(
            "[text about the people concerned]", "[text about p-012]", "[sealed text about c-001, p-012]", "[erased text about p-012]");
        new Card("张三", null, [PersonalText.About("p-012", "张三")]).ToString().Should().NotContain("张三");
    }

    [Fact]
    public void Shape_rules_hold_for_the_clear_text()
    {
        CommandShape.Check(new Write("张三", "a\nb", [PersonalText.About("p-012", "李四"), PersonalText.Sealed("p-012", 1, "AAEC")])).Should().BeNull();
        CommandShape.Check(new Write("张三", null, [])).Should().BeNull();
        Refused(new(null!, null, []), "name", "must not be null");
        Refused(new(PersonalText.Clear(null!), null, []), "name", "must not be null");
        Refused(new(" ", null, []), "name", "must not be blank");
        Refused(new("张三李四王", "a\0", []), "note", "contains a control character");
        Refused(new("张三李四王五", null, []), "name", "is longer than 5 characters");
        Refused(new("张三", null, ["\uD800"]), "names[0]", "contains a lone surrogate");
        Refused(new("张三", null, [PersonalText.About("p/012", "张三")]), "names[0].about", "is not a valid id");
        Refused(new("张三", null, [PersonalText.About(["p-012", "p/012"], "张三")]), "names[0].about", "is not a valid id");
        Refused(new("张三", null, [PersonalText.About(Enumerable.Range(0, 51).Select(i => $"p-{i}"), "张三")]), "names[0].about", "names more than 50 people");
        Refused(new("张三", null, [PersonalText.Erased("p-012")]), "names[0]", "was erased");

        static void Refused(Write command, string field, string because) =>
            CommandShape.Check(command)!.English.Should().Be($"The command is malformed: {field} {because}.");
    }
}
