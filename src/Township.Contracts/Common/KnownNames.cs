using System.Text;

namespace Township;

/// <summary>
/// Finds whom a text names, so that a client can say whom it is about: the silo knows only those whom a command names by id. A name counts
/// however it is spaced, wide or narrow. Immutable and thread-safe.
/// </summary>
/// <param name="names">Ids of people and their names; earlier names of a person too, under the same id.</param>
/// <remarks>It finds names, not people: of two with the same name a text is about both, and who is called by a title alone is not found.</remarks>
public sealed class KnownNames(IEnumerable<(string PersonId, string Name)> names)
{
    readonly (string PersonId, string Name)[] _names = [.. names.Select(n => (n.PersonId, Name: Plain(n.Name))).Where(n => n.Name.Length > 0)];

    /// <summary>The ids of those whom a text names, each once.</summary>
    public EquatableList<string> In(string text)
    {
        var plain = Plain(text);
        return _names.Where(n => plain.Contains(n.Name, StringComparison.Ordinal)).Select(n => n.PersonId).Distinct(StringComparer.Ordinal).ToEquatableList();
    }

    /// <summary>A text about those whom it names, and those named beside.</summary>
    /// <param name="text">The text.</param>
    /// <param name="others">Ids of people whom it is about without naming them.</param>
    public PersonalText Write(string text, params IEnumerable<string> others) => PersonalText.About([.. In(text), .. others], text);

    static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
    }
}
