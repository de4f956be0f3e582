using System.Globalization;

namespace Township.EventSourcing.Testing;

/// <summary>
/// A projection that reveals every error: one row per stream with every position at which something happened to it, in the order of the
/// calls. A missing, doubled or misplaced commit is visible.
/// </summary>
public sealed class Tally<TTransaction>(
    string name, int version, Func<TTransaction, string, Task> create, Func<TTransaction, string, string, Task<string?>> get,
    Func<TTransaction, string, string, string, Task> set)
    : IProjection<TTransaction>
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public int Version => version;

    /// <inheritdoc />
    public EquatableList<string> Tables { get; set; } = [name];

    /// <inheritdoc />
    public EquatableList<string>? Categories { get; set; }

    /// <summary>Runs before each commit is handled, with its position; may throw.</summary>
    public Func<long, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs after all commits of a batch are handled and before anything is stored; may throw.</summary>
    public Func<Task> After { get; set; } = () => Task.CompletedTask;

    /// <summary>The sizes of the handled batches.</summary>
    public List<int> Batches { get; } = [];

    /// <summary>Returns a row after a commit.</summary>
    public static string Noted(string? row, RecordedCommit commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var position = commit.Position.ToString(CultureInfo.InvariantCulture);
        return row is null ? position : $"{row} {position}";
    }

    /// <inheritdoc />
    public async Task Create(TTransaction transaction, TableNames tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        foreach (var table in tables.Tables) await create(transaction, tables[table]);
    }

    /// <inheritdoc />
    public async Task Apply(
        TTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, IEventReader store,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(commits);
        Batches.Add(commits.Count);
        var table = tables[Tables[0]];
        foreach (var commit in commits)
        {
            await Before(commit.Position);
            await set(transaction, table, commit.Stream.Id, Noted(await get(transaction, table, commit.Stream.Id), commit));
        }

        await After();
    }
}
