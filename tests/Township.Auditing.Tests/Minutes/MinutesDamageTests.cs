namespace Township.Auditing.Tests;

/// <summary>Nothing is printed from a history that is not what it claims to be.</summary>
public sealed class MinutesDamageTests
{
    static async Task<List<RecordedCommit>> Commits()
    {
        await using var songfan = await Songfan.Play();
        return await songfan.Store.ReadAll().ToListAsync();
    }

    static async Task<Fault> FaultOf(IEnumerable<RecordedCommit> commits, IReadOnlyList<StreamHead>? heads = null)
    {
        var printer = new MinutesPrinter(new CommitList(commits, heads));
        return (await FluentActions.Awaiting(() => printer.Newest(SongfanTown.HearingStream, MinutesEdition.Internal)).Should().ThrowAsync<FaultyHistoryException>()).Which.Fault;
    }

    [Theory]
    [InlineData("hearing/songfan/2026-01", "集镇停车位划设", "集镇停车位取消")]
    [InlineData("promise/songfan/2026-01.1", "2026-09-30", "2027-09-30")]
    [InlineData("cadre/songfan/c-004", "水利站站长", "水利站副站长")]
    [InlineData("disclosure/songfan/2026-01-notice-2", "关于召开效能听证会的公告", "关于推迟效能听证会的公告")]
    [InlineData("township/songfan/main", "宋畈乡", "宋坂乡")]
    public async Task A_changed_word_anywhere_in_what_is_told_is_named_and_nothing_printed(string stream, string word, string other)
    {
        var commits = await Commits();
        var index = commits.FindIndex(c => c.Stream.ToString() == stream && c.Content.Events.ToString().Contains(word, StringComparison.Ordinal));
        var changed = JsonBytes.From(commits[index].Content.Events.ToString().Replace(word, other, StringComparison.Ordinal));
        commits[index] = commits[index] with { Content = commits[index].Content with { Events = changed } };
        (await FaultOf(commits)).Should().Match<Fault>(f => f.Code == "commit-hash" && f.Location.Stream!.ToString() == stream);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_is_found()
    {
        var commits = await Commits();
        var head = commits.Last(c => c.Stream == SongfanTown.HearingStream).StreamHead;
        var heads = commits.GroupBy(c => c.Stream).Select(s => s.Key == SongfanTown.HearingStream ? head : s.Last().StreamHead).ToList();
        commits.RemoveAll(c => c.Stream == SongfanTown.HearingStream && c.LastVersion == head.Version);
        (await FaultOf(commits, heads)).Code.Should().Be("stream-head");
    }

    [Fact]
    public async Task A_commit_that_is_missing_is_found()
    {
        var commits = await Commits();
        commits.RemoveAll(c => c.Stream == SongfanTown.HearingStream && c.FirstVersion == 20);
        (await FaultOf(commits)).Code.Should().Be("version");
    }

    [Fact]
    public async Task An_event_that_this_program_does_not_know_is_never_passed_over()
    {
        var commits = await Commits();
        var ended = commits.First(c => c.Content.CommandName == "hearing.end-sitting");
        var forged = commits.Forge(ended.Position, c => c with { Events = JsonBytes.From(c.Events.ToString().Replace("hearing.sitting-ended", "hearing.sitting-over", StringComparison.Ordinal)) });
        (await FaultOf(forged)).Code.Should().Be("unknown-event");
    }
}
