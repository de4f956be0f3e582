using System.Text.Json;

namespace Township.EventSourcing.Tests;

public sealed class EquatableListTests
{
    sealed record Holder(EquatableList<string> Names);

    [Fact]
    public void Lists_are_equal_when_their_elements_are_in_order()
    {
        EquatableList<string> list = ["甲", "乙"];
        list.Equals(["甲", "乙"]).Should().BeTrue();
        list.GetHashCode().Should().Be(EquatableList.Create<string>(["甲", "乙"]).GetHashCode());
        list.Equals(["乙", "甲"]).Should().BeFalse();
        list.Equals(["甲"]).Should().BeFalse();
        list.Equals((object)"甲").Should().BeFalse();
        list.Equals((object?)null).Should().BeFalse();
    }

    [Fact]
    public void A_record_that_holds_a_list_has_value_equality() => new Holder(["甲"]).Should().Be(new Holder(["甲"]));

    [Fact]
    public void A_list_is_never_changed()
    {
        string[] source = ["甲"];
        var list = source.ToEquatableList();
        source[0] = "乙";
        list.Add("丙").Should().Equal("甲", "丙");
        list.Replace(n => n == "甲", n => n + "!").Should().Equal("甲!");
        list.Should().Equal("甲");
    }

    [Fact]
    public void Lists_that_grow_from_the_same_list_do_not_see_each_other()
    {
        var begun = EquatableList<string>.Empty.Add("甲").Add("乙");
        var (one, other) = (begun.Add("丙"), begun.Add("丁"));
        one.Add("戊").Should().Equal("甲", "乙", "丙", "戊");
        (one, other, begun).Should().Be((["甲", "乙", "丙"], ["甲", "乙", "丁"], ["甲", "乙"]));
    }

    [Fact]
    public void Lists_that_grow_from_the_same_list_at_once_do_not_see_each_other()
    {
        foreach (var begun in Enumerable.Range(0, 1_000).Select(n => EquatableList<int>.Empty.Add(n).Add(n)))
            ParallelEnumerable.Range(0, 4).WithDegreeOfParallelism(4).Select(n => (Added: n, List: begun.Add(n)))
                .ToList().Should().OnlyContain(grown => grown.List == begun.Add(grown.Added));
    }

    [Fact]
    public void It_counts_indexes_and_prints()
    {
        EquatableList<int> list = [1, 2, 3];
        (list.Count, list[2], list.AsSpan().Length, list.ToString()).Should().Be((3, 3, 3, "[1, 2, 3]"));
        EquatableList<int>.Empty.Should().BeEmpty();
    }

    [Fact]
    public void It_is_a_json_array_without_nulls()
    {
        var json = KernelJson.Default;
        JsonSerializer.Serialize<EquatableList<string>>(["甲", "乙"], json).Should().Be("""["甲","乙"]""");
        JsonSerializer.Deserialize<EquatableList<string>>("""["甲","乙"]""", json).Should().Equal("甲", "乙");
        new Action(() => JsonSerializer.Deserialize<EquatableList<string>>("""["甲",null]""", json)).Should().Throw<JsonException>();
        new Action(() => JsonSerializer.Deserialize<EquatableList<string>>("{}", json)).Should().Throw<JsonException>();
    }
}
