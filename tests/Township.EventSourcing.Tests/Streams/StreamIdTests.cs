using CsCheck;

namespace Township.EventSourcing.Tests;

public sealed class StreamIdTests
{
    [Theory]
    [InlineData("pledge/huimin/c-017.2026-11")]
    [InlineData("a/b/c")]
    [InlineData("work-calendar/huimin2/惠民镇·张三")]
    [InlineData("pledge/huimin/\U0001F600")]
    [InlineData("pledge/huimin/\u00E9")]
    [InlineData("pledge/huimin/'\"\\%_;--")]
    public void A_name_of_the_documented_shape_is_read(string name)
    {
        StreamId.Parse(name).ToString().Should().Be(name);
        StreamId.TryParse(name, out var stream).Should().BeTrue();
        stream.Should().Be(StreamId.Parse(name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("pledge")]
    [InlineData("pledge/huimin")]
    [InlineData("pledge/huimin/")]
    [InlineData("/huimin/x")]
    [InlineData("pledge//x")]
    [InlineData("Pledge/huimin/x")]
    [InlineData("1pledge/huimin/x")]
    [InlineData("-pledge/huimin/x")]
    [InlineData("ple_dge/huimin/x")]
    [InlineData("pledge/惠民/x")]
    [InlineData("pledge/huimin/a/b")]
    [InlineData("pledge/huimin/a b")]
    [InlineData("pledge/huimin/a\u3000b")]
    [InlineData("pledge/huimin/a\0b")]
    [InlineData("pledge/huimin/a\nb")]
    [InlineData("pledge/huimin/a\u0085b")]
    [InlineData("pledge/huimin/e\u0301")]
    public void Any_other_name_is_refused(string? name)
    {
        StreamId.TryParse(name, out _).Should().BeFalse();
        var parse = () => StreamId.Parse(name!);
        if (name is null) parse.Should().Throw<ArgumentNullException>();
        else parse.Should().Throw<FormatException>();
    }

    // Not as inline data: xunit would have to print them.
    [Fact]
    public void A_lone_surrogate_is_refused() =>
        new Action(() => _ = new StreamId("pledge", "huimin", "a\uD800")).Should().Throw<FormatException>().WithMessage("*lone surrogate*");

    [Fact]
    public void Null_parts_are_refused_with_a_message()
    {
        new Action(() => _ = new StreamId(null!, "huimin", "x")).Should().Throw<FormatException>();
        new Action(() => _ = new StreamId("pledge", null!, "x")).Should().Throw<FormatException>();
        new Action(() => _ = new StreamId("pledge", "huimin", null!)).Should().Throw<FormatException>();
    }

    [Fact]
    public void The_longest_name_has_512_bytes_of_utf8()
    {
        const string prefix = "pledge/huimin/";
        var longest = prefix + new string('张', (512 - prefix.Length) / 3);
        System.Text.Encoding.UTF8.GetByteCount(longest).Should().Be(512);

        StreamId.TryParse(longest, out _).Should().BeTrue();
        StreamId.TryParse(longest + "a", out _).Should().BeFalse();
        StreamId.TryParse(prefix + new string('a', 1_000_000), out _).Should().BeFalse();
    }

    [Fact]
    public void The_message_shows_a_refused_name_short_and_printable()
    {
        var parse = () => StreamId.Parse("pledge/huimin/" + '\u0007' + new string('x', 1_000_000));
        parse.Should().Throw<FormatException>().Which.Message.Should().Contain("…").And.NotContain("\u0007").And.Match(m => m.Length < 200);
    }

    [Fact]
    public void Names_that_differ_only_in_case_or_in_the_last_character_are_different_streams()
    {
        StreamId.Parse("pledge/huimin/C-017").Should().NotBe(StreamId.Parse("pledge/huimin/c-017"));
        StreamId.Parse("pledge/huimin/c-017").Should().NotBe(StreamId.Parse("pledge/huimin/c-018"));
        StreamId.Parse("pledge/huimin/c-017").Should().NotBe(StreamId.Parse("pledge/minzhu/c-017"));
    }

    [Fact]
    public void The_parts_and_the_grain_key_are_those_of_the_name()
    {
        var stream = StreamId.Parse("pledge/huimin/c-017.2026-11");
        (stream.Category, stream.Township, stream.Id, stream.Key).Should().Be(("pledge", "huimin", "c-017.2026-11", "huimin/c-017.2026-11"));
    }

    [Fact]
    public void Every_readable_name_reads_back_as_the_same_stream() =>
        Gen.Select(Gen.OneOf(Gen.Const("pledge"), Gen.Const("work-calendar-2")), Gen.OneOf(Gen.Const("huimin"), Gen.Const("t9")), Gen.String)
            .Sample((category, township, id) =>
            {
                var name = $"{category}/{township}/{id}";
                return !StreamId.TryParse(name, out var stream) || (StreamId.Parse(stream.ToString()) == stream && stream.ToString() == name && stream.Id == id);
            });
}

public sealed class UnicodeTextTests
{
    [Fact]
    public void Text_is_well_formed_when_every_surrogate_has_its_partner()
    {
        UnicodeText.IsWellFormed("").Should().BeTrue();
        UnicodeText.IsWellFormed("惠民镇 \U0001F600 \0").Should().BeTrue();
        UnicodeText.IsWellFormed("a\uD83D").Should().BeFalse();
        UnicodeText.IsWellFormed("\uDE00\uD83D").Should().BeFalse();
    }

    [Fact]
    public void Text_is_well_formed_exactly_when_it_survives_utf8() =>
        Gen.Char.Array.Select(c => new string(c)).Sample(text =>
            UnicodeText.IsWellFormed(text) == (System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)) == text));

    [Fact]
    public void Printable_text_has_no_control_characters_and_is_cut()
    {
        UnicodeText.Printable(null, 5).Should().Be("null");
        UnicodeText.Printable("a\u0007b", 5).Should().Be("a\uFFFDb");
        UnicodeText.Printable("abcdef", 5).Should().Be("abcde…");
        UnicodeText.Printable("\U0001F600", 1).Should().Be("\uFFFD…");
    }

    [Fact]
    public void Order_is_that_of_utf8_bytes_also_beyond_the_basic_plane()
    {
        string[] texts = ["\U0001F600", "\uFF01", "b", "B", ""];
        texts.Order(Utf8Order.Instance).Should().Equal("", "B", "b", "\uFF01", "\U0001F600");
        texts.Order(StringComparer.Ordinal).Should().Equal("", "B", "b", "\U0001F600", "\uFF01");
    }
}
