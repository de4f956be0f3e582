namespace Township;

/// <summary>
/// Finds the people whom a text names, so that a client can say whom the text is about; the silo itself knows only the people whom a
/// command names by id. A name is found regardless of its spacing, width and case, and of the kind of dot between its parts. Immutable and
/// thread-safe.
/// </summary>
/// <remarks>
/// It finds names, not people: if two people have the same name, the text is about both, and a person who is mentioned only by title is not
/// found.
/// </remarks>
public sealed class KnownNames
{
    readonly (string PersonId, string Name)[] _names;
    readonly Dictionary<char, (string Name, EquatableList<string> PersonIds)[]> _byFirst;

    /// <param name="names">Ids of people and their names; earlier names of a person too, under the same id.</param>
    public KnownNames(IEnumerable<(string PersonId, string Name)> names)
    {
        _names = [.. names.Select(n => (n.PersonId, Name: FoldedName.Of(n.Name).Text)).Where(n => n.Name.Length > 0)];
        // The longest first, so that a shorter name within it is not taken for one of its own.
        _byFirst = _names.GroupBy(n => n.Name, n => n.PersonId, StringComparer.Ordinal)
            .Select(n => (Name: n.Key, PersonIds: n.Distinct(StringComparer.Ordinal).ToEquatableList()))
            .GroupBy(n => n.Name[0]).ToDictionary(n => n.Key, n => n.OrderByDescending(one => one.Name.Length).ToArray());
    }

    /// <summary>The ids of the people whom a text names, each once.</summary>
    public EquatableList<string> In(string text)
    {
        var folded = FoldedName.Of(text).Text;
        return _names.Where(n => folded.Contains(n.Name, StringComparison.Ordinal)).Select(n => n.PersonId).Distinct(StringComparer.Ordinal).ToEquatableList();
    }

    /// <summary>
    /// The places of names in a text, in their order and without overlaps; of two names that begin at the same place, the longer one. A
    /// name in letters with upper and lower case is only found as a whole word.
    /// </summary>
    public IEnumerable<NamePosition> Find(string text)
    {
        var folded = FoldedName.Of(text);
        for (var at = 0; at < folded.Text.Length;)
        {
            if (LongestAt(folded, at) is not { PersonIds: { } persons, Name: var name })
            {
                at++;
                continue;
            }

            var (start, end) = folded.Place(at, name.Length);
            yield return new(start, end - start, persons);
            at += name.Length;
        }
    }

    /// <summary>A text that is about the people whom it names and about <paramref name="others"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="others">Ids of people whom it is about without naming them.</param>
    public PersonalText Write(string text, params IEnumerable<string> others) => PersonalText.About([.. In(text), .. others], text);

    (string Name, EquatableList<string> PersonIds)? LongestAt(FoldedName folded, int at)
    {
        if (!_byFirst.TryGetValue(folded.Text[at], out var names)) return null;
        foreach (var one in names)
            if (folded.Text.AsSpan(at).StartsWith(one.Name, StringComparison.Ordinal) && folded.IsWhole(at, one.Name.Length)) return one;
        return null;
    }
}

/// <summary>Where a text names somebody.</summary>
/// <param name="Start">The place of its first UTF-16 character in the text.</param>
/// <param name="Length">How many characters it has there, with the white space between them.</param>
/// <param name="PersonIds">The people who have this name.</param>
public sealed record NamePosition(int Start, int Length, EquatableList<string> PersonIds);
