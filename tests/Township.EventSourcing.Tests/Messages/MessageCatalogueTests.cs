using static Township.EventSourcing.Tests.AccountEvent;

namespace Township.EventSourcing.Tests;

public sealed class MessageCatalogueTests
{
    static readonly MessageCatalogue<AccountEvent> Events = Bank.Type.Events;

    [Fact]
    public void Stored_names_are_listed_with_their_schema_and_type()
    {
        Events.Names.Should().Equal(
            ("account.attached", 1, typeof(Attached)), ("account.broken", 1, typeof(Broken)), ("account.deposited", 1, typeof(Deposited)),
            ("account.emptied", 1, typeof(Emptied)), ("account.opened", 1, typeof(Opened)), ("account.withdrawn", 1, typeof(Withdrawn)));
        ((IAggregateType)Bank.Type).CommandNames.Should().HaveCount(6).And.Contain(("account.open", 1, typeof(AccountCommand.Open)));
    }

    [Fact]
    public void An_event_is_stored_under_its_name_and_comes_back()
    {
        var stored = Events.Serialize(new Opened("惠民镇 \U0001F600 <'>"));
        stored.Name.Should().Be("account.opened");
        stored.Data.ToString().Should().StartWith("""{"owner":"惠民镇 """);
        Events.Deserialize(stored).Should().Be(new Opened("惠民镇 \U0001F600 <'>"));
        Events.Serialize(new Deposited(12.50m)).Should().Be(new StoredMessage("account.deposited", 1, JsonBytes.From("""{"amount":12.50}""")));
    }

    [Fact]
    public void A_type_outside_the_hierarchy_is_unknown() =>
        new Action(() => new MessageCatalogue<Sealed>([]).Serialize(new Stray())).Should().Throw<UnknownMessageException>();

    [Theory]
    [InlineData("account.unheard-of", 1)]
    [InlineData("Account.Opened", 1)]
    [InlineData("account.opened", 2)]
    [InlineData("account.opened", 0)]
    public void An_unknown_name_or_schema_is_refused_and_named(string name, int schema)
    {
        var read = () => Events.Deserialize(new(name, schema, JsonBytes.From("""{"owner":"张三"}""")));
        read.Should().Throw<UnknownMessageException>().Which.Should().Match<UnknownMessageException>(e => e.Name == name && e.Schema == schema);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("""{"owner":null}""")]
    [InlineData("""{"owner":1}""")]
    [InlineData("""{"owner":"张三","more":1}""")]
    [InlineData("""{"owner":"张三","owner":"李四"}""")]
    public void Data_that_does_not_fit_its_schema_is_refused(string data)
    {
        var read = () => Events.Deserialize(new("account.opened", 1, JsonBytes.From(data)));
        read.Should().Throw<MessageFormatException>().WithMessage("*'account.opened' (schema 1)*");
    }

    [Fact]
    public void A_type_without_a_stored_name_is_an_error_at_start() =>
        Building<Nameless>().Should().Throw<InvalidOperationException>().WithMessage("*Nameless*no stored name*[EventName(*");

    [Fact]
    public void A_name_given_twice_is_an_error_at_start() =>
        Building<Doubled>().Should().Throw<InvalidOperationException>().WithMessage("*'a.one'*two types*");

    [Fact]
    public void A_member_that_is_written_and_never_read_is_an_error_at_start() =>
        Building<Computed>().Should().Throw<InvalidOperationException>().WithMessage("*Computed+One (One) cannot be read back*'twice'*[JsonIgnore]*");

    [Fact]
    public void A_list_element_that_can_be_anything_is_an_error_at_start() =>
        Building<Listing>().Should().Throw<InvalidOperationException>().WithMessage("*System.Object (One.items??) cannot be read back*give it a type of its own*");

    [Fact]
    public void An_abstract_member_without_cases_is_an_error_at_start() =>
        Building<Abstract>().Should().Throw<InvalidOperationException>().WithMessage("*Shape (One.shape) cannot be read back*no cases*");

    [Fact]
    public void A_gap_between_upcasters_is_an_error_at_start()
    {
        Building<Upcasted>(new Upcaster("a.one", 1, d => d)).Should().Throw<InvalidOperationException>().WithMessage("*'a.one' is at schema 3*from schema 2*");
        Building<Upcasted>(new Upcaster("a.one", 1, d => d), new Upcaster("a.one", 2, d => d), new Upcaster("b.other", 1, d => d)).Should().NotThrow();
    }

    [Fact]
    public void Two_upcasters_for_one_step_are_an_error_at_start() =>
        Building<Upcasted>(new Upcaster("a.one", 1, d => d), new Upcaster("a.one", 2, d => d), new Upcaster("a.one", 2, d => d)).Should().Throw<ArgumentException>();

    static Action Building<T>(params IEnumerable<Upcaster> upcasters) where T : class => () => _ = new MessageCatalogue<T>(upcasters);

    public abstract record Sealed;
    public sealed record Stray : Sealed;
    public abstract record Nameless { public sealed record One : Nameless; }
    public abstract record Doubled
    {
        [EventName("a.one")] public sealed record One : Doubled;
        [EventName("a.one", 2)] public sealed record Two : Doubled;
    }

    public abstract record Computed { [EventName("a.one")] public sealed record One(int Number) : Computed { public int Twice => Number * 2; } }
    public abstract record Upcasted { [EventName("a.one", 3)] public sealed record One : Upcasted; }
    public abstract record Listing { [EventName("a.one")] public sealed record One(EquatableList<object> Items) : Listing; }
    public abstract record Shape;
    public abstract record Abstract { [EventName("a.one")] public sealed record One(Shape Shape) : Abstract; }
}
