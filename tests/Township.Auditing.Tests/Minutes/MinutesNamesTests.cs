using System.Text.Json.Nodes;
using Township.Townships;

namespace Township.Auditing.Tests;

/// <summary>Whose names a document shows, and of what it has no key (domain.md §7).</summary>
public sealed class MinutesNamesTests
{
    [Theory]
    [InlineData("张三", PublicNames.Full, "张三")]
    [InlineData("张三", PublicNames.Surname, "张某")]
    [InlineData("张三", PublicNames.Hidden, null)]
    [InlineData("欧阳丽华", PublicNames.Surname, "欧阳某")]
    [InlineData("欧阳", PublicNames.Surname, "欧某")]
    [InlineData("司马相如", PublicNames.Surname, "司马某")]
    [InlineData("阿依古丽·买买提", PublicNames.Surname, "阿某")]
    [InlineData("𠮷田", PublicNames.Surname, "𠮷某")]
    [InlineData(" 李四 ", PublicNames.Surname, "李某")]
    [InlineData("丁", PublicNames.Surname, "某")]
    [InlineData("", PublicNames.Surname, "某")]
    public void Names_are_masked_as_the_township_says(string name, PublicNames shown, string? expected) => MaskedNames.Of(name, shown).Should().Be(expected);

    static async Task<string> Print(MinutesEdition edition, PublicNames names, OpenTexts? open = null)
    {
        var store = new MemoryEventStore();
        await HearingScene.Play(store, town => names is PublicNames.Surname ? Task.CompletedTask : town.Township(new TownshipCommand.AdoptPublicNames(names, "依规")));
        return MarkdownDocument.Write((await new MinutesPrinter(store, TownshipAggregates.All, open).Newest(SongfanTown.HearingStream, edition)).Document);
    }

    [Theory]
    [InlineData(PublicNames.Surname, "但张某反映的", "欧阳某（种粮大户代表2号）")]
    [InlineData(PublicNames.Hidden, "但代表1号反映的", " 种粮大户代表2号，议题1")]
    public async Task The_public_edition_holds_no_citizens_name_and_no_id(PublicNames names, string inText, string speaker)
    {
        var text = await Print(MinutesEdition.Public, names);
        text.Should().NotContainAny(HearingScene.Villagers).And.NotContainAny(Enumerable.Range(1, 6).Select(HearingScene.Id)).And.NotContain("住院").And.NotContain("本人经办过该笔征地补偿");
        text.Should().Contain(inText).And.Contain(speaker).And.Contain("林晓梅", "cadres act in office");
    }

    [Fact]
    public async Task A_township_may_show_whole_names() => (await Print(MinutesEdition.Public, PublicNames.Full)).Should().Contain("欧阳丽华（种粮大户代表2号）").And.NotContain("p-002");

    [Theory]
    [InlineData(PublicNames.Surname)]
    [InlineData(PublicNames.Hidden)]
    public async Task The_internal_edition_holds_all_names_whatever_the_public_is_shown(PublicNames names) =>
        (await Print(MinutesEdition.Internal, names)).Should().ContainAll(HearingScene.Villagers);

    [Theory]
    [InlineData("{\"about\":\"p-002\",\"key\":1,\"sealed\":\"AAAA\"}", "〔密〕")]
    [InlineData("{\"about\":\"p-002\",\"erased\":true}", "〔已依法删除〕")]
    public async Task A_text_without_its_key_is_shown_as_sealed_or_erased(string json, string shown)
    {
        var text = await Print(MinutesEdition.Internal, PublicNames.Surname, (bytes, _, _) => ValueTask.FromResult(About("p-002", bytes, json)));
        text.Should().NotContain("欧阳丽华").And.Contain($"{shown}（种粮大户代表2号）").And.Contain($"\n\n> {shown}\n").And.Contain("李阿福（种粮大户代表3号）");
    }

    // What a vault makes of a stored text: here of all those about one person.
    static JsonBytes About(string subject, JsonBytes bytes, string instead)
    {
        var root = JsonNode.Parse(bytes.Span)!.AsObject();
        foreach (var (name, value) in root.ToList())
            if (value is JsonObject text && text["about"]?.ToString() == subject) root[name] = JsonNode.Parse(instead);
        return JsonBytes.From(root.ToJsonString());
    }
}
