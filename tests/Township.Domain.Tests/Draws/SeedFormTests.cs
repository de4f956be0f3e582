using CsCheck;
using Township.Townships;

namespace Township.Draws;

/// <summary>A seed has exactly one text: whoever enters it has nothing to choose.</summary>
public sealed class SeedFormTests
{
    static readonly SeedForm Ssq = DrawPolicy.Default.Values.Beacons[0].Form, ThreeDigits = DrawPolicy.Default.Values.Beacons[1].Form;

    static readonly Gen<EquatableList<int>> Results = Gen.Select(
        Gen.Shuffle(Enumerable.Range(1, 33).ToArray()), Gen.Int[1, 16], (red, blue) => (EquatableList<int>)[.. red.Take(6).Order(), blue]);

    // What looks like nothing, like a blank, like a digit, or is one.
    static readonly Gen<string> Odd = Gen.OneOf(
        "\u200B", "\uFEFF", "\u2060", "\u00AD", "\u200F", "\uFE0F", "\u180E", "\u3000", "\u00A0", "\u2009", "\t", "\n", "\r", "\0", " ", "0", "1", "9", "+", "-", ",", ".", "０", "１", "٣", "e");

    [Fact]
    public void A_value_is_written_with_leading_zeros_and_single_spaces()
    {
        Ssq.Write([3, 8, 11, 19, 24, 31, 7]).Should().Be("03 08 11 19 24 31 07");
        ThreeDigits.Write([4, 0, 7]).Should().Be("4 0 7");
        SeedForm.Hex(8).Write("0a1b2c3d").Should().Be("0a1b2c3d");
    }

    [Theory]
    [InlineData("4 0 7\u200B")]
    [InlineData("\uFEFF4 0 7")]
    [InlineData("4 0\u00AD 7")]
    [InlineData("4 0 7\uFE0F")]
    [InlineData("４ ０ ７")]
    [InlineData("4 0 07")]
    [InlineData("+4 0 7")]
    [InlineData(" 4 0 7")]
    [InlineData("4 0 7 ")]
    [InlineData("4  0 7")]
    [InlineData("4\u30000 7")]
    [InlineData("4\u00A00 7")]
    [InlineData("4,0,7")]
    [InlineData("407")]
    [InlineData("")]
    public void No_other_text_means_the_same_value(string text)
    {
        ThreeDigits.Accepts("4 0 7").Should().BeTrue();
        ThreeDigits.Accepts(text).Should().BeFalse();
    }

    [Fact]
    public void Whatever_is_put_into_or_taken_out_of_a_text_is_refused_or_another_value() =>
        Gen.Select(Results, Odd, Gen.Int[0, 20], Gen.Int[0, 2]).Sample((numbers, odd, at, taken) =>
        {
            var text = Ssq.Write(numbers)!;
            var changed = text[..at] + odd + text[Math.Min(text.Length, at + taken)..];
            if (Ssq.Accepts(changed)) Values(changed).Should().Match(v => v.SequenceEqual(numbers) == (changed == text));
        }, iter: 20_000);

    [Fact]
    public void In_hexadecimal_only_the_value_itself_is_its_text() =>
        Gen.Select(Gen.Char["0123456789abcdef"].Array[16], Odd, Gen.Int[0, 15], Gen.Int[0, 2]).Sample((digits, odd, at, taken) =>
        {
            var text = new string(digits);
            var changed = text[..at] + odd + text[Math.Min(16, at + taken)..];
            SeedForm.Hex(16).Accepts(text).Should().BeTrue();
            SeedForm.Hex(16).Accepts(changed).Should().Be(changed.Length == 16 && changed.All("0123456789abcdef".Contains));
        }, iter: 5_000);

    [Fact]
    public void Different_values_have_different_texts() =>
        Gen.Select(Results, Results).Sample((one, other) => (Ssq.Write(one) == Ssq.Write(other)).Should().Be(one == other));

    [Theory]
    [InlineData(3, 8, 11, 19, 24, 31, 17)] // the blue ball ends at 16
    [InlineData(3, 8, 11, 19, 24, 34, 7)]
    [InlineData(0, 8, 11, 19, 24, 31, 7)]
    [InlineData(8, 3, 11, 19, 24, 31, 7)] // not ascending
    [InlineData(3, 3, 11, 19, 24, 31, 7)]
    public void Numbers_lie_within_their_group_and_its_order(params int[] numbers) => Ssq.Write(numbers.ToEquatableList()).Should().BeNull();

    [Fact]
    public void A_form_is_described_in_one_way_and_found_again()
    {
        Ssq.Describe().Should().Be("6 x 01-33 ascending, 1 x 01-16");
        foreach (var form in (SeedForm[])[Ssq, ThreeDigits, SeedForm.Hex(128)]) SeedForm.Find(form.Describe()).Should().Be(form);
        foreach (var other in (string[])["", "hex 0", "hex 7", "hex 129", "hex 016", "3 x 0-9,", "3 x 0-9, ", "3 x 9-0", "3 x 00-9", "03 x 0-9", "3 x 0-9 descending", "4 x 1-3 ascending", "3 x 0-9\n"])
            SeedForm.Find(other).Should().BeNull(other);
    }

    static IEnumerable<int> Values(string text) => text.Split(' ').Select(int.Parse);
}
