namespace Township;

/// <summary>
/// Silos and clients of two versions talk to each other while silos are replaced. Orleans numbers the parameters of a record by their
/// place: one that is put in between makes two texts change places, silently, and what was swapped is then stored for ever.
/// </summary>
public sealed class WireTests
{
    const string Update = "TOWNSHIP_UPDATE_WIRE";

    const string WhatToDo = $"""

        The wire has changed; docs/cluster.md says what may. For each line above:
        - "X@1 has become X@2", or another member stands at a place: put new parameters behind the old ones, whatever reads better.
        - "is gone": put it back. The other side still sends it, or waits for it. One that nobody uses any more keeps its place.
        - another alias, another type, another value of an enum, other parameters of a grain's method: put the old one back, and give the new thing a name of its own.
        - a new type, a new enum value behind the others, a new parameter at the end that may be left out: that is how contracts grow.
        Where it is so, or is meant because nothing has been released, write the file anew and read its diff line by line:
            {Update}=1 dotnet test --project tests/Township.Architecture.Tests -- --filter-class '*WireTests'
        """;

    static readonly string Pinned = Path.Combine(SourceTree.Root, "tests", "Township.Architecture.Tests", "Wire", "wire.txt");

    [Fact]
    public void What_crosses_the_wire_is_what_it_was()
    {
        var now = WireTypes.Lines();
        if (Environment.GetEnvironmentVariable(Update) == "1") File.WriteAllLines(Pinned, now.Select(l => l.ToString()));
        var changes = WireLine.Changes([.. File.ReadAllLines(Pinned).Select(WireLine.Parse)], now).ToList();
        Assert.True(changes.Count == 0, string.Join('\n', changes) + WhatToDo);
    }

    [Fact]
    public void Every_type_has_a_name_on_the_wire_and_no_two_have_the_same()
    {
        var aliases = WireTypes.Lines().Where(l => !l.Members.Any(m => m.Contains('=', StringComparison.Ordinal))).ToList();
        aliases.Where(l => l.Alias == "").Select(l => l.Name).Should().BeEmpty();
        aliases.CountBy(l => l.Alias).Where(a => a.Value > 1).Should().BeEmpty();
    }

    const string Make = "A.Make | a.make | Goal@0:String; Reason@1:String | 11";

    [Theory]
    [InlineData(Make)]
    [InlineData("A.Make | a.make | Goal@0:String; Place@1:String; Reason@2:String | 12", "A.Make: Place@1:String is new", "A.Make: Reason@1:String has become Reason@2:String")]
    [InlineData("A.Make | a.make | Reason@0:String; Goal@1:String | 12", "A.Make: Reason@1:String has become Reason@0:String", "A.Make: Goal@0:String has become Goal@1:String")]
    [InlineData("A.Make | a.make | Goal@0:String | 12", "A.Make: Reason@1:String is gone")]
    [InlineData("A.Make | a.made | Goal@0:String; Reason@1:String | 12", "A.Make: the alias 'a.make' has become 'a.made'")]
    [InlineData("A.Made | a.make | Goal@0:String; Reason@1:String | 11", "A.Made: is new", "A.Make: is gone, or has another name")]
    [InlineData("A.Make | a.make | Goal@0:String; Reason@1:String | 12", "A.Make: the members are the same and the bytes are not: a type that it holds has changed, or how it is written")]
    public void A_change_says_what_has_changed(string now, params string[] changes) =>
        WireLine.Changes([WireLine.Parse(Make)], [WireLine.Parse(now)]).Should().Equal(changes);
}
