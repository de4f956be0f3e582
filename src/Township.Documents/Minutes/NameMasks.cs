using System.Text;

namespace Township.Documents;

/// <summary>
/// Replaces citizens' names in texts with the form that the public is shown: every name that a person has had in the hearing, in any
/// spelling. A name that is also an ordinary word (<see cref="OrdinaryWords"/>) is replaced only where it is used as a name.
/// </summary>
/// <param name="citizens">Ids and names of citizens, including earlier names.</param>
/// <param name="cadres">Ids and names of cadres. They act in office and are named. A citizen with the same name is then named, too, because
/// the text does not tell them apart.
/// </param>
/// <param name="shown">Returns the public form of a name, given the people with this name and its spelling.</param>
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
