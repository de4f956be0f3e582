using System.Globalization;
using static Township.Hearings.HearingCommand;

namespace Township.Auditing.Tests;

/// <summary>What minutes are made from: which point of which histories, and never a damaged one.</summary>
public sealed class MinutesPrinterTests
{
    static readonly StreamId Hearing = SongfanTown.HearingStream;

    static async Task<string> Newest(Songfan songfan) => HtmlDocument.Write((await songfan.Printer.Newest(Hearing, MinutesEdition.Internal)).Document);

    static async Task<string> AtTime(Songfan songfan, string local) =>
        MarkdownDocument.Write((await songfan.Printer.AtTime(Hearing, SongfanTown.Moment(local), MinutesEdition.Internal)).Document);

    [Fact]
    public async Task The_same_history_gives_the_same_bytes()
    {
        await using var songfan = await Songfan.Play();
        (await Newest(songfan)).Should().Be(await Newest(songfan));
    }

    [Fact]
    public async Task Version_position_and_hash_are_those_of_the_store()
    {
        await using var songfan = await Songfan.Play();
        var (head, last) = (await songfan.Store.ReadHead(Hearing), await songfan.Store.ReadStream(Hearing, new(Backward: true)).FirstAsync());
        var minutes = await songfan.Printer.Newest(Hearing, MinutesEdition.Internal);
        minutes.Head.Should().Be(head);
        HtmlDocument.Write(minutes.Document).Should().Contain($"共记录{head.Version}项").And.Contain($"序号 {last.Position}").And.Contain(head.Hash.ToString());
    }

    [Fact]
    public async Task The_command_that_is_printed_gives_the_same_bytes_also_after_more_was_written()
    {
        await using var songfan = new Songfan();
        await using var town = new SongfanTown(songfan.Store, songfan.Keys);
        await town.Found();
        await HearingScene.Prepare(town);
        await HearingScene.Publish(town);
        await HearingScene.Seat(town);
        await HearingScene.Sit(town);
        await HearingScene.Account(town);
        var before = await Newest(songfan);
        await HearingScene.Reopen(town);
        (await Newest(songfan)).Should().NotBe(before);
        var moment = before[(before.IndexOf("--at ", StringComparison.Ordinal) + 5)..].Split(' ')[0];
        var again = await songfan.Printer.AtTime(Hearing, DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), MinutesEdition.Internal);
        HtmlDocument.Write(again.Document).Should().Be(before);
    }

    [Theory]
    [InlineData("2026-02-24 09:00", "筹备中，尚未召开", "尚未列入议题。")]
    [InlineData("2026-02-28 09:00", "筹备中，尚未召开", "2026年2月27日 12:00")]
    [InlineData("2026-03-02 09:00", "筹备中，尚未召开", "本次安排尚无公告记录。")]
    [InlineData("2026-03-10 09:10", "正在召开", "笔录共7条。")]
    [InlineData("2026-03-10 12:00", "已召开，正在落实和反馈", "议题1尚缺政务公开栏、告知说明书、会议通报；")]
    [InlineData("2026-03-25 10:01", "已结案", "各项议题均已按规定途径反馈。")]
    [InlineData("2026-09-02 09:00", "已召开，正在落实和反馈", "曾重新启动1次")]
    public async Task A_hearing_is_told_as_it_stood(string local, string state, string told)
    {
        await using var songfan = await Songfan.Play();
        (await AtTime(songfan, local)).Should().Contain($"目前状态**：{state}").And.Contain(told);
    }

    [Fact]
    public async Task Other_histories_are_told_as_they_stood_too()
    {
        await using var songfan = await Songfan.Play();
        (await AtTime(songfan, "2026-08-19 00:00")).Should().NotContain("台风损毁在建管道");
        (await AtTime(songfan, "2026-08-21 00:00")).Should().Contain("台风损毁在建管道");
        var closed = await songfan.Store.ReadStream(Hearing, StreamRange.All).FirstAsync(c => c.Content.CommandName == "hearing.close");
        MarkdownDocument.Write((await songfan.Printer.AtVersion(Hearing, closed.LastVersion, MinutesEdition.Internal)).Document)
            .Should().Contain("已结案（2026年3月25日）").And.NotContain("台风损毁在建管道");
    }

    [Fact]
    public async Task An_objection_of_somebody_who_has_left_is_told_as_one_that_prevents_nothing()
    {
        await using var songfan = new Songfan();
        await using var town = new SongfanTown(songfan.Store, songfan.Keys);
        await town.Found();
        await HearingScene.Prepare(town);
        await HearingScene.Publish(town);
        await HearingScene.Seat(town);
        await town.At("2026-03-10 08:40").Office(new RecordAttendance([.. Enumerable.Range(2, 5).Select(HearingScene.Id), SongfanTown.Deputy]));
        await town.At("2026-03-10 09:00").Hear(new OpenSitting(), Roles.Leader, SongfanTown.Secretary);
        await town.Office(new RaiseObjection(HearingScene.Id(3), 1, "不同意分期"));
        (await Newest(songfan)).Should().Contain("笔录第1条").And.NotContain("异议人已离席");
        await town.Office(new RecordLeaving(HearingScene.Id(3)));
        await town.Hear(new Conclude(1, "一期六月底前完工"), Roles.Leader, SongfanTown.Secretary);
        (await Newest(songfan)).Should().Contain("笔录第1条（异议人已离席，不影响结果）");
    }

    [Fact]
    public async Task A_commit_is_never_told_in_part()
    {
        await using var songfan = await Songfan.Play();
        var split = await songfan.Store.ReadStream(Hearing, StreamRange.All).FirstAsync(c => c.Content.EventCount > 1);
        (await songfan.Printer.AtVersion(Hearing, split.FirstVersion, MinutesEdition.Internal)).Head.Should().Be(split.StreamHead);
    }

    [Theory]
    [InlineData("hearing/songfan/2026-02", "没有卷宗 hearing/songfan/2026-02。")]
    [InlineData("cadre/songfan/c-001", "cadre/songfan/c-001 不是听证会。")]
    public async Task Only_hearings_that_there_are_have_minutes(string stream, string refusal)
    {
        await using var songfan = await Songfan.Play();
        (await FluentActions.Awaiting(() => songfan.Printer.Newest(StreamId.Parse(stream), MinutesEdition.Internal)).Should().ThrowAsync<NotInHistoryException>()).Which.Chinese.Should().Be(refusal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public async Task A_version_that_never_was_is_refused(long version)
    {
        await using var songfan = await Songfan.Play();
        await FluentActions.Awaiting(() => songfan.Printer.AtVersion(Hearing, version, MinutesEdition.Internal)).Should().ThrowAsync<NotInHistoryException>();
    }

    [Fact]
    public async Task A_moment_before_the_hearing_is_refused()
    {
        await using var songfan = await Songfan.Play();
        await FluentActions.Awaiting(() => songfan.Printer.AtTime(Hearing, SongfanTown.Moment("2026-02-24 08:59"), MinutesEdition.Internal)).Should().ThrowAsync<NotInHistoryException>();
    }
}
