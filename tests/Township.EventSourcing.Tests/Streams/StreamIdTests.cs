using System.Globalization;
using System.Text;
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
    [InlineData("pledge/huimin/c-003\u200B")]
    [InlineData("pledge/huimin/\uFEFFc-003")]
    [InlineData("pledge/huimin/c\u00AD-003")]
    [InlineData("pledge/huimin/c-003\uFE0F")]
    [InlineData("pledge/huimin/c-003\U000E0100")]
    [InlineData("pledge/huimin/c-003\u3164")]
    [InlineData("pledge/huimin/c-\uFFFD")]
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
        Encoding.UTF8.GetByteCount(longest).Should().Be(512);

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
            UnicodeText.IsWellFormed(text) == (Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text));

    [Theory]
    [InlineData("")]
    [InlineData("c-017")]
    [InlineData("promise.became-overdue")]
    [InlineData("王主任")]
    [InlineData("4 0 7")]
    [InlineData("\u00E9")]
    [InlineData("ｃ-０１７")] // Wide characters are seen to be wide.
    [InlineData("\U00020BB7野家")]
    public void A_code_is_seen_as_it_is(string text) => UnicodeText.IsCode(text).Should().BeTrue();

    [Theory]
    [InlineData(" c-017")]
    [InlineData("c-017 ")]
    [InlineData("c-017\u3000")]
    [InlineData("4  7")]
    [InlineData("4\u00A07")]
    [InlineData("4\u20027")]
    [InlineData("e\u0301")]
    [InlineData("\u212B")]
    [InlineData("c-\uFFFD")]
    public void A_code_has_no_needless_white_space_and_is_in_form_C(string text) => UnicodeText.IsCode(text).Should().BeFalse();

    [Fact]
    public void A_code_holds_no_character_that_cannot_be_seen_wherever_it_stands()
    {
        var invisible = All().Where(r => Rune.GetUnicodeCategory(r) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            .Concat(Between(0xFE00, 0xFE0F)).Concat(Between(0xE0100, 0xE01EF)).Concat(Between(0x180B, 0x180D))
            .Concat("\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0".EnumerateRunes());
        invisible.Where(r => UnicodeText.IsCode($"{r}c-017") || UnicodeText.IsCode($"c{r}-017") || UnicodeText.IsCode($"c-017{r}")).Should().BeEmpty();
        UnicodeText.IsCode("c-017\uD83D").Should().BeFalse();
        UnicodeText.IsCode("\uDE00c-017").Should().BeFalse();
    }

    [Fact]
    public void Letters_and_digits_of_every_script_can_be_seen() =>
        All().Where(r => Rune.IsLetterOrDigit(r) && r.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0)).Where(r => UnicodeText.HoldsInvisible($"{r}")).Should().BeEmpty();

    static IEnumerable<Rune> All() => Between(0, 0x10FFFF);

    static IEnumerable<Rune> Between(int first, int last) => Enumerable.Range(first, last - first + 1).Where(Rune.IsValid).Select(v => new Rune(v));

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
