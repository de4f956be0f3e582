namespace Township.Auditing.Tests;

public sealed class StateReaderTests
{
    static async Task<StateReader> Reader() => new(new CommitList(await AccountHistory.Commits()), AccountHistory.Types);

    [Theory]
    [InlineData(0, """{"owner":null,"balance":0}""", null)]
    [InlineData(1, """{"owner":"张三","balance":0}""", 1)]
    [InlineData(2, """{"owner":"张三","balance":10}""", 2)]
    [InlineData(3, """{"owner":"张三","balance":0}""", 5)]
    [InlineData(4, """{"owner":"张三","balance":0}""", 5)]
    public async Task The_state_at_a_version_is_that_after_exactly_so_many_events(long version, string view, int? hour)
    {
        var state = await (await Reader()).AtVersion(AccountHistory.A, version);
        state.Should().Be(new StateView(AccountHistory.A, version, hour is { } h ? Town.Start.AddHours(h) : null, JsonBytes.From(view)));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, 1)]
    [InlineData(1.99, 1)]
    [InlineData(2, 2)]
    [InlineData(100, 4)]
    public async Task The_state_at_a_moment_is_that_after_the_last_commit_decided_by_then(double hours, long version) =>
        (await (await Reader()).AtTime(AccountHistory.A, Town.Start.AddHours(hours))).Version.Should().Be(version);

    [Fact]
    public async Task The_newest_state_has_all_events() => (await (await Reader()).Newest(AccountHistory.A)).Version.Should().Be(4);

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public async Task A_version_that_never_was_is_refused(long version)
    {
        var reader = await Reader();
        (await FluentActions.Awaiting(() => reader.AtVersion(AccountHistory.A, version)).Should().ThrowAsync<NotInHistoryException>())
            .Which.Chinese.Should().Be($"{AccountHistory.A} 没有第 {version} 版，现有版本 0 至 4。");
    }

    [Fact]
    public async Task An_unknown_stream_is_refused()
    {
        var reader = await Reader();
        await FluentActions.Awaiting(() => reader.Newest(new("account", "huimin", "c"))).Should().ThrowAsync<NotInHistoryException>().WithMessage("There is no stream account/huimin/c.");
    }

    [Fact]
    public async Task A_history_that_was_changed_is_never_folded()
    {
        var commits = await AccountHistory.Commits();
        commits[1] = commits[1] with { Hash = CommitHash.Zero };
        var reader = new StateReader(new CommitList(commits), AccountHistory.Types);
        (await FluentActions.Awaiting(() => reader.AtVersion(AccountHistory.A, 3)).Should().ThrowAsync<FaultyHistoryException>())
            .Which.Fault.Should().Match<Fault>(f => f.Code == "commit-hash" && f.Location == new FaultLocation(AccountHistory.A, 2, 2));
        (await reader.AtVersion(AccountHistory.A, 1)).Version.Should().Be(1, "what comes later does not matter");
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""", "")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", "")]
    [InlineData("""{"a":1}""", """{"a":2}""", "/a 1 2")]
    [InlineData("""{"a":1}""", """{"b":1}""", "/a 1 - | /b - 1")]
    [InlineData("""{"a":null}""", """{}""", "/a null -")]
    [InlineData("""{"a":null}""", """{"a":0}""", "/a null 0")]
    [InlineData("""{"list":["张三"]}""", """{"list":["李四","王五"]}""", "/list/0 \"张三\" \"李四\" | /list/1 - \"王五\"")]
    [InlineData("""{"list":[1,2]}""", """{"list":[1]}""", "/list/1 2 -")]
    [InlineData("""{"a/b~c":{"d":[1]}}""", """{"a/b~c":{"d":{}}}""", "/a~1b~0c/d [1] {}")]
    [InlineData("""[]""", """{}""", " [] {}")]
    public void Differences_are_named_by_their_path(string before, string after, string expected) =>
        string.Join(" | ", JsonDiff.Between(JsonBytes.From(before), JsonBytes.From(after)).Select(c => $"{c.Path} {c.Before ?? "-"} {c.After ?? "-"}")).Should().Be(expected);
}
