using Township.Townships;

namespace Township.Auditing.Tests;

/// <summary>Whose names a document shows, and of what it has no key (domain.md §7).</summary>
public sealed class MinutesNamesTests
{
    static async Task<string> Print(MinutesEdition edition, PublicNames names)
    {
        await using var songfan = await Songfan.Play(town => names is PublicNames.Surname ? Task.CompletedTask : town.Township(new TownshipCommand.AdoptPublicNames(names, "依规")));
        return MarkdownDocument.Write((await songfan.Printer.Newest(SongfanTown.HearingStream, edition)).Document);
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

    [Fact]
    public async Task What_somebody_said_and_is_called_is_gone_with_their_key_and_the_rest_stays()
    {
        await using var songfan = await Songfan.Play();
        await songfan.Keys.Erase(new("songfan", "p-002"), new("c-001", "依本人申请", SongfanTown.Moment("2026-10-08 09:00")));
        var text = MarkdownDocument.Write((await songfan.Printer.Newest(SongfanTown.HearingStream, MinutesEdition.Internal)).Document);
        text.Should().NotContain("欧阳丽华").And.NotContain("断水").And.Contain("〔已依法删除〕（种粮大户代表2号）").And.Contain("\n\n> 〔已依法删除〕\n").And.Contain("李阿福（种粮大户代表3号）");
    }

    [Theory]
    [InlineData(MinutesEdition.Internal)]
    [InlineData(MinutesEdition.Public)]
    public async Task Without_keys_every_text_about_people_is_shown_as_sealed(MinutesEdition edition)
    {
        await using var songfan = await Songfan.Play();
        var text = MarkdownDocument.Write((await new MinutesPrinter(songfan.Store).Newest(SongfanTown.HearingStream, edition)).Document);
        text.Should().NotContainAny([.. HearingScene.Villagers, "林晓梅", "断水"]).And.Contain("〔密〕（种粮大户代表2号）").And.Contain("〔密〕c-002（副乡长）").And.Contain("\n\n> 〔密〕\n");
    }
}
