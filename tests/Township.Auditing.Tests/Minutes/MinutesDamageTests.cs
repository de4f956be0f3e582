namespace Township.Auditing.Tests;

/// <summary>Nothing is printed from a history that is not what it claims to be.</summary>
public sealed class MinutesDamageTests
{
    static async Task<List<RecordedCommit>> Songfan()
    {
        var store = new MemoryEventStore();
        await HearingScene.Play(store);
        return await store.ReadAll().ToListAsync();
    }

    static async Task<Fault> FaultOf(IEnumerable<RecordedCommit> commits, IReadOnlyList<StreamHead>? heads = null)
    {
        var printer = new MinutesPrinter(new CommitList(commits, heads), TownshipAggregates.All);
        return (await FluentActions.Awaiting(() => printer.Newest(SongfanTown.HearingStream, MinutesEdition.Internal)).Should().ThrowAsync<FaultyHistoryException>()).Which.Fault;
    }

    [Theory]
    [InlineData("hearing/songfan/2026-01", "断水十九天", "断水一天")]
    [InlineData("promise/songfan/2026-01.1", "2026-09-30", "2027-09-30")]
    [InlineData("cadre/songfan/c-004", "何建军", "何建国")]
    [InlineData("disclosure/songfan/2026-01-notice-2", "12:00", "11:00")]
    [InlineData("township/songfan/main", "宋畈乡", "宋坂乡")]
    public async Task A_changed_word_anywhere_in_what_is_told_is_named_and_nothing_printed(string stream, string word, string other)
    {
        var commits = await Songfan();
        var index = commits.FindIndex(c => c.Stream.ToString() == stream && (c.Content.Events.ToString().Contains(word, StringComparison.Ordinal) || word == "12:00"));
        var events = commits[index].Content.Events.ToString();
        commits[index] = commits[index] with { Content = commits[index].Content with { Events = JsonBytes.From(word == "12:00" ? events + " " : events.Replace(word, other, StringComparison.Ordinal)) } };
        (await FaultOf(commits)).Should().Match<Fault>(f => f.Code == "commit-hash" && f.Place.Stream!.ToString() == stream);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_is_found()
    {
        var commits = await Songfan();
        var head = commits.Last(c => c.Stream == SongfanTown.HearingStream).StreamHead;
        var heads = commits.GroupBy(c => c.Stream).Select(s => s.Key == SongfanTown.HearingStream ? head : s.Last().StreamHead).ToList();
        commits.RemoveAll(c => c.Stream == SongfanTown.HearingStream && c.LastVersion == head.Version);
        (await FaultOf(commits, heads)).Code.Should().Be("stream-head");
    }

    [Fact]
    public async Task A_commit_that_is_missing_is_found()
    {
        var commits = await Songfan();
        commits.RemoveAll(c => c.Stream == SongfanTown.HearingStream && c.FirstVersion == 20);
        (await FaultOf(commits)).Code.Should().Be("version");
    }

    [Fact]
    public async Task An_event_that_this_program_does_not_know_is_never_passed_over()
    {
        var commits = await Songfan();
        var ended = commits.First(c => c.Content.CommandName == "hearing.end-sitting");
        var forged = commits.Forge(ended.Position, c => c with { Events = JsonBytes.From(c.Events.ToString().Replace("hearing.sitting-ended", "hearing.sitting-over", StringComparison.Ordinal)) });
        (await FaultOf(forged)).Code.Should().Be("unknown-event");
    }
}
