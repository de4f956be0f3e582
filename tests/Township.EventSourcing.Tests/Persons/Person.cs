using static Township.EventSourcing.Tests.PersonCommand;
using static Township.EventSourcing.Tests.PersonEvent;

namespace Township.EventSourcing.Tests;

/// <summary>The test aggregate with texts about people: in members, in lists, nested, optional, and of several people.</summary>
public sealed record Person(PersonalText? Name, EquatableList<Contact> Contacts, EquatableList<PersonalText> Remarks)
    : IAggregate<Person, PersonCommand, PersonEvent, PersonView>
{
    public static readonly RefusalReason NotEntered = new("person.not-entered", "未登记。", "Not entered.");

    public static string Category => "person";
    public static Person Initial { get; } = new(null, [], []);
    public static Person Evolve(Person state, PersonEvent e) => e switch
    {
        Entered entered => state with { Name = entered.Name, Contacts = entered.Contacts },
        Remarked remarked => state with { Remarks = state.Remarks.Add(remarked.Text) },
        _ => throw new InvalidOperationException($"{e.GetType().Name} is not folded."),
    };

    public static IEnumerable<FactRequest> Needs(PersonCommand command, Person state, DecisionContext context) =>
        command is Quote quote ? [Fact<PersonName>.Of(quote.Other)] : [];

    public static PersonName? NameOf(Person state) => state is { Name: { } name } ? new(name) : null;

    public static IEnumerable<string> PersonsOf(PersonCommand command, Person state, StreamId stream, Actor actor) =>
        command is not Gossip ? [stream.Id] : state.Contacts is [{ Owner: { } first }, ..] ? [first] : [];

    public static Decision<PersonEvent> Decide(PersonCommand command, Person state, DecisionContext context) => (command, state) switch
    {
        (Enter enter, _) => new Entered(enter.Name, enter.Contacts),
        (_, { Name: null }) => NotEntered,
        (Remark remark, _) => new Remarked(remark.Text),
        (Quote quote, _) => new Remarked(context.Fact<PersonName>(quote.Other)!.Name),
        (Gossip gossip, _) => new Remarked(gossip.Text),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not decided."),
    };

    public static ReadRule<Person> Reading { get; } = ReadRule.Of<Person>().ViewByTownship();

    public static PersonView View(Person state, StreamId stream) => new(state.Name, state.Contacts, state.Remarks);
}

[FactName("person.name")]
public sealed record PersonName(PersonalText Name);

public abstract record PersonCommand : ICommand
{
    PersonCommand() { }

    public Guid CommandId { get; init; } = Guid.CreateVersion7();

    [CommandName("person.enter")] public sealed record Enter(PersonalText Name, EquatableList<Contact> Contacts) : PersonCommand;
    [CommandName("person.remark")] public sealed record Remark([Text(2_000_000, MultiLine = true)] PersonalText Text) : PersonCommand;
    [CommandName("person.gossip")] public sealed record Gossip(PersonalText Text) : PersonCommand;
    [CommandName("person.quote")] public sealed record Quote(string Other) : PersonCommand;
}

public abstract record PersonEvent
{
    PersonEvent() { }

    [EventName("person.entered")] public sealed record Entered(PersonalText Name, EquatableList<Contact> Contacts) : PersonEvent;
    [EventName("person.remarked")] public sealed record Remarked(PersonalText Text) : PersonEvent;
}

public sealed record Contact(string Kind, PersonalText Number, PersonalText? Note = null, [Person] string? Owner = null);

public sealed record PersonView(PersonalText? Name, EquatableList<Contact> Contacts, EquatableList<PersonalText> Remarks);
