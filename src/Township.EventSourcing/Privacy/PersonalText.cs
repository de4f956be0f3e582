using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Township.EventSourcing;

/// <summary>
/// A text about a person: a name, a phone number, an address, free text (domain.md §7). Clients write it as a string;
/// before a command is decided its texts are sealed with a key of the person concerned, so that commands, events,
/// captured inputs, states, snapshots and hashes only ever hold the sealed form. Views show the text to readers for as long
/// as that key exists. Once the person's key has been erased, nobody reads the text any more, and the history still verifies.
/// </summary>
/// <remarks>
/// <para>Deciders pass it on and never look inside: the same command must lead to the same events on replay, when nobody has the key.
/// Two sealed texts are equal when they are the same sealed text, not when they say the same.</para>
/// <para>As JSON a clear text without a subject is a plain string, everything else an object (docs/formats.md): a
/// <c>string</c> member can become one without an upcaster. <see cref="TextAttribute"/> applies to the clear text.</para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
[JsonConverter(typeof(PersonalTextJsonConverter))]
public sealed record PersonalText
{
    PersonalText(PersonalTextState state, string? subject, string? text, int generation, string? data) =>
        (State, Subject, Text, Generation, Data) = (state, subject, text, generation, data);

    /// <summary>Whether the text can be read.</summary>
    public PersonalTextState State { get; }

    /// <summary>Whose data it is, an id within the township such as <c>c-017</c>. Null, in a clear text only: whom the aggregate says, by default the id of the stream.</summary>
    public string? Subject { get; }

    /// <summary>The text when it is clear, else null.</summary>
    public string? Text { get; }

    /// <summary>Which of the subject's keys sealed it, from 1; 0 when it is not sealed.</summary>
    public int Generation { get; }

    /// <summary>The sealed bytes in base64 when it is sealed, else null. See docs/formats.md.</summary>
    public string? Data { get; }

    /// <summary>A clear text about the person whom the command concerns; null for null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator PersonalText?(string? text) => text is null ? null : Clear(text);

    /// <summary>A clear text about the person whom the command concerns.</summary>
    public static PersonalText Clear(string text) => new(PersonalTextState.Clear, null, text, 0, null);

    /// <summary>A clear text about a named person.</summary>
    /// <param name="subject">The person's id within the township, for example <c>p-012</c>.</param>
    /// <param name="text">The text.</param>
    public static PersonalText About(string subject, string text) => new(PersonalTextState.Clear, subject, text, 0, null);

    /// <summary>A sealed text, as it is stored.</summary>
    /// <param name="subject">Whose data it is.</param>
    /// <param name="generation">Which of the subject's keys opens it.</param>
    /// <param name="data">The sealed bytes in base64.</param>
    public static PersonalText Sealed(string subject, int generation, string data) => new(PersonalTextState.Sealed, subject, null, generation, data);

    /// <summary>A text whose key is gone, as readers see it.</summary>
    public static PersonalText Erased(string subject) => new(PersonalTextState.Erased, subject, null, 0, null);

    /// <summary>Whether it was sealed when the other was not yet, or with a later key of the same person.</summary>
    internal bool IsLaterThan(PersonalText other) => State == PersonalTextState.Sealed
        && (other.State == PersonalTextState.Clear || (other.Subject == Subject && other.Generation < Generation));

    /// <summary>Whose data and in which state, never the text: records print their members, and logs print records.</summary>
    public override string ToString() => State switch
    {
        PersonalTextState.Clear => $"[text about {Subject ?? "the person concerned"}]",
        PersonalTextState.Sealed => $"[sealed text about {Subject}]",
        _ => $"[erased text about {Subject}]",
    };
}

/// <summary>Whether a <see cref="PersonalText"/> can be read.</summary>
public enum PersonalTextState
{
    /// <summary>It is there to be read.</summary>
    Clear,

    /// <summary>It can be read with the subject's key.</summary>
    Sealed,

    /// <summary>The subject's key was erased: nobody can read it any more.</summary>
    Erased,
}
