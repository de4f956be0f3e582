using System.Reflection;
using System.Text.RegularExpressions;

namespace Township;

/// <summary>Every reason to refuse that the kernel and the contracts declare, found by walking all of their types.</summary>
public sealed partial class RefusalCatalogueTests
{
    static readonly (string Where, RefusalReason Reason)[] Reasons =
    [
        .. new[] { typeof(RefusalReason).Assembly, typeof(CommonRefusals).Assembly }
            .SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f.FieldType == typeof(RefusalReason))
            .Select(f => ($"{f.DeclaringType!.Name}.{f.Name}", (RefusalReason)f.GetValue(null)!)),
    ];

    [Fact]
    public void The_reasons_of_kernel_and_contracts_are_found() =>
        Reasons.Select(r => r.Where).Should().Contain(["KernelRefusals.Malformed", "CommonRefusals.NotEntitled", "CadreRefusals.Departed"]);

    [Fact]
    public void No_code_is_used_twice() =>
        Reasons.CountBy(r => r.Reason.Code).Where(c => c.Value > 1).Should().BeEmpty();

    [Fact]
    public void Codes_are_an_area_and_a_reason() =>
        Reasons.Where(r => !Code().IsMatch(r.Reason.Code)).Should().BeEmpty();

    [Fact]
    public void Texts_are_there_in_both_languages() =>
        Reasons.Where(r => !Chinese().IsMatch(r.Reason.Chinese) || Chinese().IsMatch(r.Reason.English) || !r.Reason.English.EndsWith('.'))
            .Should().BeEmpty();

    [Fact]
    public void Chinese_texts_have_full_width_punctuation() =>
        Reasons.Where(r => HalfWidth().IsMatch(r.Reason.Chinese) || !r.Reason.Chinese.EndsWith('。')).Should().BeEmpty();

    // What is malformed says what is wrong in each language by an argument of its own.
    [Fact]
    public void Both_texts_mention_the_same_arguments_from_0_without_gaps() =>
        Reasons.Where(r => r.Reason != KernelRefusals.Malformed && r.Reason != QueryRefusals.Malformed)
            .Where(r => !Placeholders(r.Reason.Chinese).SequenceEqual(Placeholders(r.Reason.English))
                || !Placeholders(r.Reason.English).SequenceEqual(Enumerable.Range(0, Placeholders(r.Reason.English).Length)))
            .Should().BeEmpty();

    static int[] Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(m => int.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order()];

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex("[,;:()]")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Placeholder();
}
