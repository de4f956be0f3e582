using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Township.EventSourcing;

/// <summary>
/// A text about people: a name, a phone number, an address, free text (domain.md §7). Clients write it as a string. Before a command is
/// decided, its texts are sealed with the keys of all people whom they are about, so commands, events, captured facts, states, snapshots
/// and hashes only ever hold the sealed form. Views show the text to readers as long as all of those keys exist. Once one of the keys is
/// erased, the text can no longer be read, and the history still verifies.
/// </summary>
/// <remarks>
/// <para>A text is about the people whom its author names with <see cref="About(string, string)"/>, those whom the command names beside
/// it (<see cref="PersonAttribute"/>), and those whom the aggregate names (<c>IAggregate.PersonsOf</c>); without any of these, it is
/// about the stream itself.</para>
/// <para>Deciders pass it on and never read it: on replay, the same command must lead to the same events without the key. Two sealed texts
/// are equal when they are the same sealed text, not when their clear texts are equal, so no rule may compare them.</para>
/// <para>In JSON, a clear text that names no people is a plain string, every other text an object (docs/formats.md). A <c>string</c> member
/// can become a personal text without an upcaster. <see cref="TextAttribute"/> applies to the clear text.</para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(PersonalTextJsonConverter))]
public sealed record PersonalText
{
    /// <summary>The maximum number of people whom a text may be about.</summary>
    public const int MaxPersons = 50;

    PersonalText(PersonalTextState state, EquatableList<TextPerson> persons, string? text, string? data) =>
        (State, Persons, Text, Data) = (state, persons, text, data);

    /// <summary>Whether the text is clear, sealed or erased.</summary>
    public PersonalTextState State { get; }

    /// <summary>
    /// The people whom it is about, without duplicates, in the order of the ids' UTF-8 bytes. In a clear text those whom its
    /// author named, possibly none.
    /// </summary>
    public EquatableList<TextPerson> Persons { get; }

    /// <summary>The text when it is clear, else null.</summary>
    public string? Text { get; }

    /// <summary>The sealed bytes in base64 when it is sealed, else null. See docs/formats.md.</summary>
    public string? Data { get; }

    /// <summary>Creates a clear text about the people whom the command concerns; null for null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator PersonalText?(string? text) => text is null ? null : Clear(text);

    /// <summary>Creates a clear text about the people whom the command concerns.</summary>
    public static PersonalText Clear(string text) => new(PersonalTextState.Clear, [], text, null);

    /// <summary>Creates a clear text about a named person, in addition to those whom the command concerns.</summary>
    /// <param name="person">The person's id within the township, for example <c>p-012</c>.</param>
    /// <param name="text">The text.</param>
    public static PersonalText About(string person, string text) => About([person], text);

    /// <summary>
    /// Creates a clear text about named people, in addition to those whom the command concerns. Each of them can have it erased.
    /// </summary>
    /// <param name="persons">Their ids within the township, in any order.</param>
    /// <param name="text">The text.</param>
    public static PersonalText About(IEnumerable<string> persons, string text) =>
        new(PersonalTextState.Clear, Ordered(persons), text, null);

    /// <summary>Creates a sealed text, as stored.</summary>
    /// <param name="persons">The people whom it is about and which of their keys open it, in any order, without duplicates.</param>
    /// <param name="data">The sealed bytes in base64.</param>
    public static PersonalText Sealed(IEnumerable<TextPerson> persons, string data) =>
        new(PersonalTextState.Sealed, persons.OrderBy(p => p.Id, Utf8Order.Instance).ToEquatableList(), null, data);

    /// <summary>Creates a sealed text about one person, as stored.</summary>
    /// <param name="person">The id of the person.</param>
    /// <param name="key">The number of the person's key that opens it.</param>
    /// <param name="data">The sealed bytes in base64.</param>
    public static PersonalText Sealed(string person, int key, string data) => Sealed([new(person, key)], data);

    /// <summary>Creates a text whose key was erased, as readers see it.</summary>
    /// <param name="persons">The ids of the people whom it was about.</param>
    public static PersonalText Erased(params IEnumerable<string> persons) => new(PersonalTextState.Erased, Ordered(persons), null, null);

    /// <summary>Returns whether this text is sealed and the other is not, or this one with a later key of the same people.</summary>
    internal bool IsLaterThan(PersonalText other) => State == PersonalTextState.Sealed
        && (other.State == PersonalTextState.Clear || (Persons != other.Persons && Persons.Count == other.Persons.Count
            && Persons.Zip(other.Persons).All(p => p.First.Id == p.Second.Id && p.First.Key >= p.Second.Key)));

    /// <summary>Describes the people and the state, never the text: records print their members, and logs print records.</summary>
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
/// <param name="Key">The number of the person's key that sealed the text, from 1; 0 when it is not sealed.</param>
public sealed record TextPerson(string Id, int Key = 0);

/// <summary>Whether a <see cref="PersonalText"/> can be read.</summary>
public enum PersonalTextState
{
    /// <summary>The text can be read.</summary>
    Clear,

    /// <summary>The text can be read with the keys of all people whom it is about.</summary>
    Sealed,

    /// <summary>One of the keys was erased: the text can no longer be read.</summary>
    Erased,
}
