using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Township.EventSourcing;

/// <summary>
/// A text about people: a name, a phone number, an address, free text (domain.md §7). Clients write it as a string;
/// before a command is decided its texts are sealed with the keys of all the people whom it is about, so that commands, events,
/// captured facts, states, snapshots and hashes only ever hold the sealed form. Views show the text to readers for as long
/// as all of those keys exist. Once the key of one of them has been erased, nobody reads the text any more, and the history still verifies.
/// </summary>
/// <remarks>
/// <para>A text is about those whom its author names with <see cref="About(string, string)"/>, those whom the command names
/// beside it (<see cref="PersonAttribute"/>), and those whom the aggregate names (<c>IAggregate.PersonsOf</c>); where nobody is,
/// about the stream itself.</para>
/// <para>Deciders pass it on and never look inside: the same command must lead to the same events on replay, when nobody has the key.
/// Two sealed texts are equal when they are the same sealed text, not when they say the same: no rule compares them.</para>
/// <para>As JSON a clear text that names nobody is a plain string, everything else an object (docs/formats.md): a
/// <c>string</c> member can become one without an upcaster. <see cref="TextAttribute"/> applies to the clear text.</para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(PersonalTextJsonConverter))]
public sealed record PersonalText
{
    /// <summary>About how many people a text may be at most.</summary>
    public const int MaxPersons = 50;

    PersonalText(PersonalTextState state, EquatableList<TextPerson> persons, string? text, string? data) =>
        (State, Persons, Text, Data) = (state, persons, text, data);

    /// <summary>Whether the text can be read.</summary>
    public PersonalTextState State { get; }

    /// <summary>
    /// Whom it is about, each once, in the order of the ids' UTF-8 bytes. In a clear text those whom its author named, perhaps nobody.
    /// </summary>
    public EquatableList<TextPerson> Persons { get; }

    /// <summary>The text when it is clear, else null.</summary>
    public string? Text { get; }

    /// <summary>The sealed bytes in base64 when it is sealed, else null. See docs/formats.md.</summary>
    public string? Data { get; }

    /// <summary>A clear text about the people whom the command concerns; null for null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator PersonalText?(string? text) => text is null ? null : Clear(text);

    /// <summary>A clear text about the people whom the command concerns.</summary>
    public static PersonalText Clear(string text) => new(PersonalTextState.Clear, [], text, null);

    /// <summary>A clear text about a named person, beside those whom the command concerns.</summary>
    /// <param name="person">The person's id within the township, for example <c>p-012</c>.</param>
    /// <param name="text">The text.</param>
    public static PersonalText About(string person, string text) => About([person], text);

    /// <summary>A clear text about named people, beside those whom the command concerns: each of them can have it erased.</summary>
    /// <param name="persons">Their ids within the township, in any order.</param>
    /// <param name="text">The text.</param>
    public static PersonalText About(IEnumerable<string> persons, string text) => new(PersonalTextState.Clear, Ordered(persons), text, null);

    /// <summary>A sealed text, as it is stored.</summary>
    /// <param name="persons">Whom it is about and which of their keys open it, in any order, each once.</param>
    /// <param name="data">The sealed bytes in base64.</param>
    public static PersonalText Sealed(IEnumerable<TextPerson> persons, string data) =>
        new(PersonalTextState.Sealed, persons.OrderBy(p => p.Id, Utf8Order.Instance).ToEquatableList(), null, data);

    /// <summary>A sealed text about one person, as it is stored.</summary>
    /// <param name="person">Whom it is about.</param>
    /// <param name="key">Which of the person's keys opens it.</param>
    /// <param name="data">The sealed bytes in base64.</param>
    public static PersonalText Sealed(string person, int key, string data) => Sealed([new(person, key)], data);

    /// <summary>A text of which a key is gone, as readers see it.</summary>
    /// <param name="persons">Whom it was about.</param>
    public static PersonalText Erased(params IEnumerable<string> persons) => new(PersonalTextState.Erased, Ordered(persons), null, null);

    /// <summary>Whether it was sealed when the other was not yet, or with a later key of one of the same people.</summary>
    internal bool IsLaterThan(PersonalText other) => State == PersonalTextState.Sealed
        && (other.State == PersonalTextState.Clear || (Persons != other.Persons && Persons.Count == other.Persons.Count
            && Persons.Zip(other.Persons).All(p => p.First.Id == p.Second.Id && p.First.Key >= p.Second.Key)));

    /// <summary>Whom it is about and in which state, never the text: records print their members, and logs print records.</summary>
    public override string ToString() => State switch
    {
        PersonalTextState.Clear => $"[text about {(Persons.Count == 0 ? "the people concerned" : Ids)}]",
        PersonalTextState.Sealed => $"[sealed text about {Ids}]",
        _ => $"[erased text about {Ids}]",
    };

    string Ids => string.Join(", ", Persons.Select(p => p.Id));

    static EquatableList<TextPerson> Ordered(IEnumerable<string> persons) =>
        Utf8Order.Distinct(persons).Select(p => new TextPerson(p)).ToEquatableList();
}

/// <summary>A person whom a text is about.</summary>
/// <param name="Id">The person's id within the township, for example <c>c-017</c>.</param>
/// <param name="Key">Which of the person's keys sealed the text, from 1; 0 when it is not sealed.</param>
public sealed record TextPerson(string Id, int Key = 0);

/// <summary>Whether a <see cref="PersonalText"/> can be read.</summary>
public enum PersonalTextState
{
    /// <summary>It is there to be read.</summary>
    Clear,

    /// <summary>It can be read with the keys of all the people whom it is about.</summary>
    Sealed,

    /// <summary>The key of one of them was erased: nobody can read it any more.</summary>
    Erased,
}
