using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Township;

/// <summary>
/// The SQL tables of one kind of aggregate, maintained by a subscription; every row follows from one stream. Created by
/// <see cref="ReadModelCatalogue"/> from the records with a <see cref="RowTableAttribute"/>. See docs/read-models.md.
/// </summary>
public abstract class ReadModel : IProjection<DbTransaction>
{
    private protected ReadModel(Type aggregate, string category, IReadOnlyList<RowTable> tables)
    {
        (RowTables, Categories) = (tables, [category]);
        Main = tables.Where(t => t.Key == 2).ToList() is [var main]
            ? main
            : throw new SetupException(
                $"{aggregate.Name} needs exactly one table with one row per stream, which names its read model: "
                    + "add [RowKey] to the others.");
        if (tables.FirstOrDefault(t => t != Main && t.Declaration.Version != 1) is { } other)
            throw new SetupException(
                $"{other.Row.Name} has a version: set it on {Main.Row.Name}, where it applies to all tables of {aggregate.Name}.");
    }

    /// <summary>The name of its subscription: the name of the table with one row per stream.</summary>
    public string Name => Main.Name;

    /// <summary>See <see cref="RowTableAttribute.Version"/>.</summary>
    public int Version => Main.Declaration.Version;

    /// <summary>The names of its tables in queries.</summary>
    public virtual EquatableList<string> Tables => [.. RowTables.Select(t => t.Name)];

    public EquatableList<string>? Categories { get; }

    /// <summary>The version, and a hash of the statements that create the tables.</summary>
    public string? Content => field ??=
        $"{Version} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Statements(table => table)))).AsSpan(0, 8))}";

    internal RowTable Main { get; }

    internal IReadOnlyList<RowTable> RowTables { get; }

    public async Task Create(DbTransaction transaction, TableNames tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(tables);
        foreach (var statement in Statements(table => tables[table]))
        {
            await using var command = transaction.Connection!.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, statement);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public abstract Task Apply(
        DbTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, IEventReader store,
        CancellationToken cancellationToken);

    private protected virtual IEnumerable<string> Statements(Func<string, string> name) => RowTables.Select(t => t.Create(name(t.Name)));
}
