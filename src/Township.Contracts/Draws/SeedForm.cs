using System.Globalization;
using System.Text.RegularExpressions;

namespace Township.Draws;

/// <summary>A group of numbers of one kind, for example six of two digits from 01 to 33.</summary>
/// <param name="Count">How many, 1–50.</param>
/// <param name="Digits">How many digits each has, with leading zeros, 1–9.</param>
/// <param name="From">The smallest.</param>
/// <param name="To">The largest.</param>
/// <param name="Ascending">
/// Whether they are written from the smallest to the largest, each once; otherwise in the order in which they were published.
/// </param>
[GenerateSerializer, Immutable, Alias("draw.number-group")]
public sealed record NumberGroup(int Count, int Digits, int From, int To, bool Ascending)
{
    internal bool IsSound() =>
        Count is >= 1 and <= 50 && Digits is >= 1 and <= 9 && From >= 0 && From <= To && To < Math.Pow(10, Digits) && (!Ascending || To - From >= Count - 1);

    internal bool Takes(ReadOnlySpan<int> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            if (numbers[i] < From || numbers[i] > To || (Ascending && i > 0 && numbers[i] <= numbers[i - 1])) return false;
        return true;
    }

    internal string Write(int number) => number.ToString("D" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    internal string Describe() => $"{Count.ToString(CultureInfo.InvariantCulture)} x {Write(From)}-{Write(To)}{(Ascending ? " ascending" : "")}";
}

/// <summary>
/// The form of a beacon's value: groups of numbers, or hexadecimal digits. A value has exactly one text, which is computed from it: the
/// person who enters the seed cannot choose between ways of writing it.
/// </summary>
/// <param name="Groups">The groups, in their order; none when the value is hexadecimal.</param>
/// <param name="HexDigits">How many hexadecimal digits in lower case, 8–128; 0 when the value is numbers.</param>
[GenerateSerializer, Immutable, Alias("draw.seed-form")]
public sealed partial record SeedForm([Count(0, 10)] EquatableList<NumberGroup> Groups, int HexDigits = 0)
{
    /// <summary>Numbers in these groups.</summary>
    public static SeedForm Of(params EquatableList<NumberGroup> groups) => new(groups);

    /// <summary>A number of hexadecimal digits in lower case.</summary>
    public static SeedForm Hex(int digits) => new([], digits);

    /// <summary>Whether a value can have the form: either groups within their bounds, or a number of hexadecimal digits.</summary>
    public bool IsSound() => Groups.Count == 0 ? HexDigits is >= 8 and <= 128 : HexDigits == 0 && Groups.All(g => g.IsSound());

    /// <summary>
    /// The one text of a value: numbers with their leading zeros, one space between any two. Null when the numbers are not of the form.
    /// </summary>
    public string? Write(EquatableList<int> numbers)
    {
        if (Groups.Count == 0 || numbers.Count != Groups.Sum(g => g.Count)) return null;
        var (all, texts) = (numbers.ToArray(), new List<string>());
        foreach (var group in Groups)
        {
            var own = all.AsSpan(texts.Count, group.Count);
            if (!group.Takes(own)) return null;
            foreach (var number in own) texts.Add(group.Write(number));
        }

        return string.Join(' ', texts);
    }

    /// <summary>The one text of a hexadecimal value, which is the value itself. Null when it is not of the form.</summary>
    public string? Write(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return Groups.Count == 0 && hex.Length == HexDigits && hex.All(char.IsAsciiHexDigitLower) ? hex : null;
    }

    /// <summary>Whether a text is the one text of some value.</summary>
    public bool Accepts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text == (Groups.Count == 0 ? Write(text) : Write(NumbersIn(text)));
    }

    /// <summary>The form as it stands in a commitment: <c>6 x 01-33 ascending, 1 x 01-16</c>, or <c>hex 64</c>.</summary>
    public string Describe() => Groups.Count == 0 ? $"hex {HexDigits.ToString(CultureInfo.InvariantCulture)}" : string.Join(", ", Groups.Select(g => g.Describe()));

    /// <summary>Reads <see cref="Describe"/>; null when the text describes no form.</summary>
    public static SeedForm? Find(string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var form = HexPattern().Match(description) is { Success: true } hex
            ? Hex(Number(hex, 1))
            : new([.. description.Split(", ").Select(part => GroupPattern().Match(part)).Where(m => m.Success)
                .Select(m => new NumberGroup(Number(m, 1), m.Groups[2].Length, Number(m, 2), Number(m, 3), m.Groups[4].Success))]);
        return form.IsSound() && form.Describe() == description ? form : null;
    }

    static EquatableList<int> NumbersIn(string text) =>
        [.. text.Split(' ').Select(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)];

    static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^hex ([1-9][0-9]{0,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex HexPattern();

    [GeneratedRegex("^([1-9][0-9]?) x ([0-9]{1,9})-([0-9]{1,9})( ascending)?$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupPattern();
}

/// <summary>A source of values that nobody in the township can influence, for example a state lottery.</summary>
/// <param name="Id">For example <c>ssq</c>.</param>
/// <param name="Name">For example 双色球.</param>
/// <param name="Form">The form of its values.</param>
/// <param name="Days">The days of the week on which it publishes one; at least one, each once.</param>
/// <param name="Hour">From which hour in Asia/Shanghai the value can be known, 0–23.</param>
/// <param name="Minute">And from which minute, 0–59.</param>
[GenerateSerializer, Immutable, Alias("draw.beacon")]
public sealed record Beacon([Key] string Id, string Name, SeedForm Form, [Count(1, 7)] EquatableList<DayOfWeek> Days, int Hour, int Minute);
