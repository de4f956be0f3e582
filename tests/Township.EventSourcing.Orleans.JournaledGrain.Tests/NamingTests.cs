using CsCheck;
using Township.Tills;

namespace Township;

/// <summary>Under which names grains and events are stored.</summary>
[Collection(nameof(TillCluster))]
public sealed class NamingTests(TillCluster cluster)
{
    static readonly string[] Tricky = ["default/a", "huimin/a", "huimin/a/b", "x--a", "h--a", "%", "%2f", "a--", "--2d", "%sha256-"];

    [Fact]
    public async Task Events_are_stored_under_registered_attributed_or_full_names()
    {
        var named = cluster.Client.GetGrain<INamed>(GrainId.Create("named", "a"));
        await named.Raise("opened");
        await named.Raise("renamed");
        await named.Raise("praised");
        (await named.Raise("unnamed")).Should().Be("b*****7");
        (await cluster.Commits(new("named", "songfan", "a"))).SelectMany(c => c.Events).Select(e => (e.Name, e.Schema)).Should().Equal(
            ("named.opened", 1), ("named.renamed", 2), ("named.praised", 1), ("Township.Tills.Named+Unnamed", 1));
    }

    [Fact]
    public async Task A_type_that_nobody_named_and_no_state_applies_is_no_event()
    {
        var named = cluster.Client.GetGrain<INamed>(GrainId.Create("named", "b"));
        (await named.Invoking(n => n.Raise("foreign")).Should().ThrowAsync<NotSupportedException>()).WithMessage("*Foreign*is not known*");
        (await named.Name()).Should().Be(", 0 events");
    }

    [Fact]
    public async Task Events_of_an_older_schema_are_upcast()
    {
        await Rivals.Write(cluster.Store, new("named", "songfan", "c"), new("named.opened", 1, JsonBytes.From("""{"name":"a"}""")), new("named.renamed", 1, JsonBytes.From("""{"title":"old"}""")));
        (await cluster.Client.GetGrain<INamed>(GrainId.Create("named", "c")).Name()).Should().Be("old, 2 events");
    }

    [Theory]
    [InlineData("account", "huimin/a-1", "account/huimin/a-1")]
    [InlineData("account", "3f2504e04f8911d39a0c0305e82c3301", "account/default/3f2504e04f8911d39a0c0305e82c3301")]
    [InlineData("account", "张三", "account/default/张三")]
    [InlineData("account", "default/a", "account/default/default%2fa")]
    [InlineData("account", "a b/c%", "account/default/a%20b%2fc%25")]
    [InlineData("account", "Huimin/a", "account/default/Huimin%2fa")]
    [InlineData("account", "e\u0301", "account/default/e%cc%81")]
    [InlineData("account", "", "account/default/%")]
    [InlineData("Bank.Account`1", "a", "x----42ank--2e--41ccount--601/default/a")]
    [InlineData("a--b", "a", "x--a--2d--2db/default/a")]
    public void Every_grain_has_its_stream(string type, string key, string stream) =>
        GrainStreams.StreamOf(new(GrainType.Create(type), IdSpan.Create(key)), "default").ToString().Should().Be(stream);

    [Fact]
    public void What_is_too_long_is_hashed() =>
        GrainStreams.StreamOf(GrainId.Create(new string('a', 65), new string('k', 257)), "default").ToString()
            .Should().MatchRegex("^h--[0-9a-f]{60}/default/%sha256-[0-9a-f]{64}$");

    [Fact]
    public void Every_grain_id_has_a_stream_and_no_two_share_one()
    {
        var part = Gen.OneOf(
            Gen.String[Gen.OneOf(Gen.Char["abx-/% .A2f"], Gen.Char), 0, 8].Select(System.Text.Encoding.UTF8.GetBytes),
            Gen.Byte.Array[0, 6],
            Gen.Int[0, Tricky.Length - 1].Select(i => System.Text.Encoding.UTF8.GetBytes(Tricky[i])));
        Gen.Select(part, part, part, part).Sample((t1, k1, t2, k2) =>
        {
            var (first, second) = (Id(t1, k1), Id(t2, k2));
            var same = GrainStreams.StreamOf(first, "default").Equals(GrainStreams.StreamOf(second, "default"));
            return same == first.Equals(second);
        }, iter: 20_000);

        static GrainId Id(byte[] type, byte[] key) => new(new GrainType(type.Length == 0 ? "t"u8.ToArray() : type), new IdSpan(key));
    }
}
