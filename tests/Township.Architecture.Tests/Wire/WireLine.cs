namespace Township;

/// <summary>What is pinned of one type: a line of <c>wire.txt</c>.</summary>
/// <param name="Name">The name in the code.</param>
/// <param name="Alias">The name on the wire.</param>
/// <param name="Members">Each with its place: <c>Reason@2:String</c> is the third parameter, <c>CommandId#0:Guid</c> has that [Id], <c>Open=1</c> is an enum's value.</param>
/// <param name="Bytes">A hash of what Orleans writes for a value of it; empty where there is none.</param>
sealed record WireLine(string Name, string Alias, string[] Members, string Bytes)
{
    public static WireLine Parse(string line) => line.Split(" | ") is [var name, var alias, var members, var bytes]
        ? new(name, alias, members.Split("; ", StringSplitOptions.RemoveEmptyEntries), bytes)
        : throw new FormatException($"Not a line of wire.txt: {line}");

    public override string ToString() => $"{Name} | {Alias} | {string.Join("; ", Members)} | {Bytes}";

    /// <summary>What has become of a file's lines; empty when nothing has.</summary>
    public static IEnumerable<string> Changes(IReadOnlyCollection<WireLine> pinned, IReadOnlyCollection<WireLine> now)
    {
        var before = pinned.ToDictionary(l => l.Name, StringComparer.Ordinal);
        foreach (var line in now)
            foreach (var change in before.Remove(line.Name, out var old) ? line.ChangesSince(old) : ["is new"]) yield return $"{line.Name}: {change}";
        foreach (var gone in before.Keys) yield return $"{gone}: is gone, or has another name";
    }

    List<string> ChangesSince(WireLine old)
    {
        var before = old.Members.ToDictionary(KeyOf);
        var changes = new List<string>();
        if (Alias != old.Alias) changes.Add($"the alias '{old.Alias}' has become '{Alias}'");
        foreach (var member in Members)
        {
            if (!before.Remove(KeyOf(member), out var was)) changes.Add($"{member} is new");
            else if (was != member) changes.Add($"{was} has become {member}");
        }

        changes.AddRange(before.Values.Select(gone => $"{gone} is gone"));
        // A type in it has a line of its own, and says there what has changed.
        return changes.Count == 0 && Bytes != old.Bytes ? ["the members are the same and the bytes are not: a type that it holds has changed, or how it is written"] : changes;
    }

    static string KeyOf(string member) => member[..member.IndexOfAny(['@', '#', '=', '('])];
}
