using System.Text.Json.Nodes;

namespace Township.EventSourcing.Tests;

/// <summary>How facts are asked for, captured once, read in the current schema version, and offered.</summary>
public sealed class FactTests
{
    static readonly StreamId B = Bank.B;

    [Fact]
    public void A_fact_is_found_by_type_and_id_and_one_that_was_never_asked_for_is_a_bug()
    {
        var facts = Known(new CapturedFact("account.balance", 1, B, 3, false, JsonBytes.From("""{"owner":"李四","balance":12.50}""")));
        facts.Get<AccountBalance>(Bank.A, "b").Should().Be(new AccountBalance("李四", 12.50m));
        facts.Get<AccountBalance>(Bank.A, "b").Should().BeSameAs(facts.Get<AccountBalance>(Bank.A, "b"), "it is parsed once");
        facts.PolicyVersion.Should().Be("matching/1");
        (facts.IsKnown<AccountBalance>(Bank.A, "b"), facts.IsKnown<AccountBalance>(Bank.A, "c")).Should().Be((true, false));
        new Action(() => facts.Get<AccountBalance>(Bank.A, "c")).Should().Throw<KeyNotFoundException>().WithMessage("*'account.balance' of account/huimin/c*Needs*");
    }

    [Fact]
    public void What_the_other_had_nothing_to_say_about_is_null()
    {
        var facts = Known(new CapturedFact("account.balance", 1, B, 0, false, JsonBytes.From("null")));
        facts.Get<AccountBalance>(Bank.A, "b").Should().BeNull();
        facts.PolicyVersion.Should().BeEmpty();
    }

    [Fact]
    public void Damaged_facts_and_those_of_a_newer_program_are_refused()
    {
        var damaged = Known(new CapturedFact("account.balance", 1, B, 3, false, JsonBytes.From("""{"owner":"李四"}""")));
        new Action(() => damaged.Get<AccountBalance>(Bank.A, "b")).Should().Throw<MessageFormatException>();
        var newer = Known(new CapturedFact("account.balance", 2, B, 3, false, JsonBytes.From("{}")));
        new Action(() => newer.Get<AccountBalance>(Bank.A, "b")).Should().Throw<UnknownMessageException>();
    }

    [Fact]
    public void A_fact_of_an_older_schema_version_is_upcast_step_by_step() =>
        ((Limit?)Fact<Limit>.Type.Read(new("tariff.limit", 1, new("tariff", "huimin", "t"), 1, false, JsonBytes.From("""{"most":5}"""))))
            .Should().Be(new Limit(5, "CNY"));

    [Fact]
    public void An_aggregate_offers_every_schema_version_and_a_reader_gets_the_newest_that_it_knows()
    {
        var catalogue = new FactCatalogue<Tariff>("tariff");
        catalogue.Names.Should().Equal(("tariff.limit", 1, typeof(OldLimit)), ("tariff.limit", 2, typeof(Limit)));
        var (state, stream) = (new Tariff(7), new StreamId("tariff", "huimin", "t"));
        catalogue.Write(state, stream, "tariff.limit", 1).ToString().Should().Be("""{"most":7}""");
        catalogue.Write(state, stream, "tariff.limit", 2).ToString().Should().Be("""{"most":7,"currency":"CNY"}""");
        (catalogue.SchemaFor(new("tariff.limit", 1)), catalogue.SchemaFor(new("tariff.limit", 9)), catalogue.SchemaFor(new("tariff.other", 1))).Should().Be((1, 2, null));
        new Action(() => catalogue.Write(state, stream, "tariff.limit", 3)).Should().Throw<UnknownMessageException>();
    }

    [Fact]
    public void A_catalogue_that_is_incomplete_says_what_is_missing()
    {
        new Func<object>(() => new FactCatalogue<Tariff>("other")).Should().Throw<InvalidOperationException>().WithMessage("*does not begin with 'other.'*");
        new Func<object>(() => new FactCatalogue<Forgetful>("tariff")).Should().Throw<InvalidOperationException>().WithMessage("*keep the function of schema 1*");
        new Func<object>(() => new FactCatalogue<Twofold>("tariff")).Should().Throw<InvalidOperationException>().WithMessage("*offers 'tariff.limit' (schema 1) twice*");
        new Func<object>(() => new FactCatalogue<Wrong>("tariff")).Should().Throw<InvalidOperationException>().WithMessage("*must be the state*");
        new Action(() => FactType.For(typeof(string))).Should().Throw<InvalidOperationException>().WithMessage("*FactName*");
    }

    static EventSourcing.Facts Known(CapturedFact fact) =>
        new FactPool([fact]).Gather(Bank.A, _ => [Fact<AccountBalance>.Of("b")]).Facts;

    [FactName("tariff.limit")]
    public sealed record OldLimit(int Most);

    [FactName("tariff.limit", 2)]
    public sealed record Limit(int Most, string Currency) : IUpcastFact
    {
        public static IReadOnlyList<Upcaster> Upcasters { get; } = [new("tariff.limit", 1, data => new JsonObject { ["most"] = data["most"]!.DeepClone(), ["currency"] = "CNY" })];
    }

    sealed record Tariff(int Most)
    {
        public static OldLimit LimitBefore(Tariff state) => new(state.Most);

        public static Limit LimitOf(Tariff state, StreamId stream) => new(state.Most, "CNY");
    }

    sealed record Forgetful
    {
        public static Limit LimitOf(Forgetful state) => new(1, "CNY");
    }

    sealed record Twofold
    {
        public static OldLimit One(Twofold state) => new(1);

        public static OldLimit Another(Twofold state) => new(2);
    }

    sealed record Wrong
    {
        public static OldLimit LimitOf(int state) => new(state);
    }
}
