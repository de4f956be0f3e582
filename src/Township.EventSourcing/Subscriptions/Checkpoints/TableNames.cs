using System.Text.RegularExpressions;

namespace Township.EventSourcing;

/// <summary>
/// The names of a build's tables in the database: queries ask for <c>pledge_months</c>, a view on <c>pledge_months__b3</c>
/// while build 3 is live.
/// </summary>
/// <param name="Build">The number of the build.</param>
/// <param name="Tables">The names that queries use.</param>
public sealed partial record TableNames(int Build, EquatableList<string> Tables)
{
    /// <summary>The longest name that queries use: with its build it must fit into the identifiers of every database.</summary>
    public const int MaxLength = 40;

    /// <summary>The name in the database.</summary>
    /// <exception cref="ArgumentException">The subscription did not declare the table.</exception>
    public string this[string table] => Tables.Contains(table)
        ? FormattableString.Invariant($"{table}__b{Build}")
        : throw new ArgumentException($"The subscription has no table '{table}'.", nameof(table));

    /// <summary>Whether a name can be one of a table or subscription: <c>a-z</c>, digits and <c>_</c>, starting with a letter.</summary>
    public static bool IsValid(string? name) => name is { Length: <= MaxLength } && Name().IsMatch(name);

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex Name();
}
