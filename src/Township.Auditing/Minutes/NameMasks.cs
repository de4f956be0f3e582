using System.Text;

namespace Township.Auditing;

/// <summary>
/// Puts what the public is shown where a text names a citizen: by any name that the person has had in the hearing, however it is
/// written. A name that is also an ordinary word (<see cref="OrdinaryWords"/>) is taken for a name only where it stands as one.
/// </summary>
/// <param name="citizens">Ids and names of citizens, all they have had.</param>
/// <param name="cadres">Ids and names of cadres. They act in office and are named; a citizen of the same name is then named too,
/// which no text can tell apart.
/// </param>
/// <param name="shown">What is shown of a name, given who is called so and how it is written.</param>
sealed class NameMasks(
    IEnumerable<(string PersonId, string Name)> citizens, IEnumerable<(string PersonId, string Name)> cadres,
    Func<EquatableList<string>, string, string> shown)
{
    readonly KnownNames _known = new([.. citizens.Concat(cadres).Where(n => n.Name.Trim().Length > 1)]);
    readonly HashSet<string> _cadres = [.. cadres.Select(c => c.PersonId)];

    public string Apply(string text)
    {
        var (masked, copied) = (new StringBuilder(), 0);
        foreach (var name in _known.Find(text).Where(p => !p.PersonIds.Any(_cadres.Contains) && OrdinaryWords.StandsAsName(text, p)))
        {
            masked.Append(text, copied, name.Start - copied).Append(shown(name.PersonIds, text.Substring(name.Start, name.Length)));
            copied = name.Start + name.Length;
        }

        return masked.Append(text, copied, text.Length - copied).ToString();
    }
}
