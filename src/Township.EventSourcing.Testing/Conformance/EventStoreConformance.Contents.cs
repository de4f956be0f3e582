using Xunit;

namespace Township.EventSourcing.Testing;

public abstract partial class EventStoreConformance
{
    [Fact]
    public async Task An_event_of_one_mebibyte_is_stored()
    {
        var commit = Sample.Commit(A, ExpectedVersion.None, 1, note: new string('大', 350_000));
        Assert.True(commit.Content.Events.Length > 1024 * 1024);
        await Append(commit);
        Assert.Equal(Recorded(commit), await All());
    }

    [Fact]
    public async Task The_largest_commit_is_stored_and_one_byte_more_is_refused()
    {
        var sample = Sample.Commit(A, ExpectedVersion.None, 1);
        var largest = sample with { Content = Padded(sample.Content, CommitContent.MaxSize) };
        var fault = await Assert.ThrowsAsync<CommitTooLargeException>(() => Append(Sample.Commit(B, ExpectedVersion.None, 2), TooLarge(A)));
        Assert.Equal(CommitContent.MaxSize + 1, fault.Size);
        Assert.Empty(await All());
        await Append(largest);
        Assert.Equal(Recorded(largest), await All());
    }

    [Fact]
    public async Task Every_byte_of_json_is_kept_as_it_is()
    {
        var data = JsonBytes.From(
            " {\t\"text\" :\r\n\"\\u6c11 民 \U0002F80A 👨‍👩‍👧 e\u0301 \u00A0\u2028\uFEFF\" ,\"n\":1.50e+03, \"n\" : -0 }\n");
        var sample = Sample.Commit(A, ExpectedVersion.None, 1);
        var commit = sample with
        {
            Content = sample.Content with
            { CommandData = data, Facts = new("[ ]"u8.ToArray()), Events = JsonBytes.From($"[ {data} ]") }
        };
        await Append(commit);
        await Reopen();
        Assert.Equal(Recorded(commit), await All());
    }

    [Fact]
    public async Task Texts_keep_every_character()
    {
        const string text = "民 \U0002F80A 👨‍👩‍👧 e\u0301 é \uFEFF'\"\\ \t\r\n \u007F\u0085%00";
        var sample = Sample.Commit(A, ExpectedVersion.None, 1);
        var commit = sample with
        {
            Content = sample.Content with { CorrelationId = text, CausationId = "", Rules = new(int.MaxValue, text, "", text) },
        };
        await Append(commit);
        Assert.Equal(Recorded(commit), await All());
    }

    [Theory, InlineData(0), InlineData(0xD83D), InlineData(0xDE00)]
    public async Task Null_characters_and_lone_surrogates_are_refused_and_nothing_is_written(int character)
    {
        var text = $"a{(char)character}b";
        var sample = Sample.Commit(A, ExpectedVersion.None, 1);
        CommitContent[] contents =
        [
            sample.Content with { CommandName = text },
            sample.Content with { CorrelationId = text },
            sample.Content with { CausationId = text },
            sample.Content with { Rules = new(1, text, "", "") },
            sample.Content with { Rules = new(1, "", text, "") },
            sample.Content with { Rules = new(1, "", "", text) },
        ];
        foreach (var content in contents)
            await Assert.ThrowsAsync<ArgumentException>(
                () => Append(Sample.Commit(B, ExpectedVersion.None, 2), sample with { Content = content }));
        Assert.Empty(await All());
    }

    [Theory, InlineData(new byte[] { (byte)'"', 0, (byte)'"' }), InlineData(new byte[] { (byte)'"', 0xED, 0xA0, 0xBD, (byte)'"' })]
    public async Task Json_that_is_not_utf8_text_is_refused_and_nothing_is_written(byte[] bytes)
    {
        var sample = Sample.Commit(A, ExpectedVersion.None, 1);
        var json = new JsonBytes(bytes);
        CommitContent[] contents = [
            sample.Content with { CommandData = json }, sample.Content with { Actor = json }, sample.Content with { Facts = json },
            sample.Content with { Events = json }];
        foreach (var content in contents) await Assert.ThrowsAsync<ArgumentException>(() => Append(sample with { Content = content }));
        Assert.Empty(await All());
    }

    [Fact]
    public async Task Stream_names_are_told_apart_by_every_character()
    {
        var longest = new string('长', 164) + "ab";
        string[] ids = [
            "c-1", "C-1", "c-2", "张三", "张叁", "é", "e", "👨👩👧", "👨👩👦", "%", "_", "c_1", "'", "\"", "[1]", longest + "x", longest + "y"];
        var streams = ids.Select(Sample.Stream).ToArray();
        Commit[] commits = [.. streams.Select((stream, n) => Sample.Commit(stream, ExpectedVersion.None, n))];
        Assert.Equal(Recorded(commits).Select(Committed), await Append(commits));
        await Reopen();
        foreach (var recorded in Recorded(commits)) Assert.Equal([recorded], await Stream(recorded.Stream));
    }

    static Commit TooLarge(StreamId stream)
    {
        var sample = Sample.Commit(stream, ExpectedVersion.Any, 9);
        return sample with { Content = Padded(sample.Content, CommitContent.MaxSize + 1) };
    }

    // White space before a JSON value is valid JSON.
    static CommitContent Padded(CommitContent content, int size)
    {
        var padded = new byte[size - content.Size + content.Events.Length];
        padded.AsSpan().Fill((byte)' ');
        content.Events.Span.CopyTo(padded.AsSpan(padded.Length - content.Events.Length));
        return content with { Events = new(padded) };
    }
}
