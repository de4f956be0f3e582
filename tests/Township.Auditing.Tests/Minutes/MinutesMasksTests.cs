using Township.Townships;
using static Township.Hearings.HearingCommand;

namespace Township.Auditing.Tests;

/// <summary>
/// §7: in what is printed for the public, a name counts as found however it is spaced, wide or narrow, and so does every earlier name of the same
/// person. Texts and names are those of a report about names that were printed as they were written.
/// </summary>
public sealed class MinutesMasksTests
{
    static async Task<string> Print(PublicNames shown, (string PersonId, string Name)[] signUps, params string[] texts)
    {
        await using var songfan = new Songfan();
        await using var town = new SongfanTown(songfan.Store, songfan.Keys);
        await town.Found();
        if (shown is not PublicNames.Surname) await town.Township(new TownshipCommand.AdoptPublicNames(shown, "依规"));
        await town.At("2026-02-24 09:00").Office(new Prepare("饮用水改造"));
        await town.Office(new PlanWork([new("整理资料", SongfanTown.Deputy, new(2026, 3, 6))]));
        foreach (var text in texts) await town.Office(new AddIssue(text, []));
        await town.Office(new SetGroups([new("villagers", "村民", 30, 0, 30)]));
        foreach (var (person, next) in signUps.Zip(signUps.Skip(1).Append(default)))
        {
            await town.Office(new SignUp(person.PersonId, "villagers", PersonalText.About(person.PersonId, person.Name)));
            if (next.PersonId == person.PersonId) await town.Office(new WithdrawRepresentative(person.PersonId, "改名"));
        }

        return MarkdownDocument.Write((await songfan.Printer.Newest(SongfanTown.HearingStream, MinutesEdition.Public)).Document);
    }

    static async Task<string> Printed(string name, string text)
    {
        var printed = await Print(PublicNames.Surname, [("p-001", name)], $"【{text}】");
        return printed[(printed.IndexOf('【') + 1)..printed.IndexOf('】')];
    }

    [Theory]
    [InlineData("张三", "请张　三同志说明", "请张某同志说明")]
    [InlineData("张三", "请张 三同志说明", "请张某同志说明")]
    [InlineData("张　三", "请张三同志说明", "请张某同志说明")]
    [InlineData("张 三", "请张\u00A0\u2002三同志说明", "请张某同志说明")]
    [InlineData("张三", "请张\u200B三同志说明", "请张某同志说明")]
    [InlineData("欧阳丽华", "欧　阳 丽　华说", "欧阳某说")]
    [InlineData("欧　阳丽华", "欧阳丽华说", "欧阳某说")]
    [InlineData("Mary Lee", "ＭＡＲＹ　ＬＥＥ，mary lee，MaryLee", "M.，M.，M.")]
    [InlineData("An Li", "An Li 说 Manliness", "A. 说 Manliness")]
    [InlineData("阿不都·热合曼", "阿不都・热合曼、阿不都•热合曼、阿不都热合曼", "阿某、阿某、阿某")]
    [InlineData("﨑川", "崎川与﨑川", "崎川与﨑某")]
    public async Task A_name_is_found_however_it_is_spaced_wide_or_narrow(string name, string text, string printed) => (await Printed(name, text)).Should().Be(printed);

    [Theory]
    [InlineData(PublicNames.Surname, "请张某、张某、王某说明")]
    [InlineData(PublicNames.Hidden, "请代表1号、代表1号、代表2号说明")]
    public async Task Every_earlier_name_of_a_person_is_found(PublicNames shown, string text) =>
        (await Print(shown, [("p-001", "张叁"), ("p-001", "张三"), ("p-002", "王五")], "请张叁、张三、王五说明")).Should().Contain(text).And.NotContainAny("张叁", "张三", "王五");

    [Fact]
    public async Task Of_two_with_the_same_name_no_text_says_which_one_is_meant() =>
        (await Print(PublicNames.Hidden, [("p-001", "张三"), ("p-002", "张　三")], "请张三说明")).Should().Contain("请某人说明").And.NotContain("张三");

    [Theory]
    [InlineData("大家很高兴", "大家很高兴")]
    [InlineData("高兴地通过了", "高兴地通过了")]
    [InlineData("请高兴同志说明", "请高某同志说明")]
    [InlineData("大家很高兴，高　兴也在", "大家很高兴，高某也在")]
    [InlineData("村民高兴的意见", "村民高某的意见")]
    [InlineData("发言：王五、高兴、赵六", "发言：王五、高某、赵六")]
    [InlineData("高兴反映路灯不亮", "高某反映路灯不亮")]
    public async Task A_name_that_is_an_ordinary_word_is_a_name_where_it_stands_as_one(string text, string printed) => (await Printed("高兴", text)).Should().Be(printed);

    [Fact]
    public async Task A_cadre_is_named_also_where_a_citizens_name_is_a_part_of_it() =>
        (await Printed("晓梅", "请林 晓梅和晓　梅说明")).Should().Be("请林 晓梅和晓某说明");

    [Fact]
    public async Task A_long_text_of_nearly_names_takes_no_time()
    {
        (string, string)[] people = [.. Enumerable.Range(1, 30).Select(n => ($"p-{n:000}", new string('张', n + 1) + "三"))];
        (await Print(PublicNames.Surname, people, string.Concat(Enumerable.Repeat("张 ", 95)))).Should().Contain("张 张 张");
    }
}
