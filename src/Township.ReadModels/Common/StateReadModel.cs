using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Township;

/// <summary>
/// Rows that follow from the folded state. The states are stored beside them, one per stream, and are bound to the code that
/// folded them, like snapshots: after a change of the code, a stream is folded again from the store when its next commit is
/// handled, and all its rows are written.
/// </summary>
sealed class StateReadModel<TState, TCommand, TEvent, TView>(
    AggregateType<TState, TCommand, TEvent, TView> type, IReadOnlyList<RowFunction<TState>> functions)
    : ReadModel(typeof(TState), type.Category, [.. functions.Select(f => f.Table)])
    where TState : class, IAggregate<TState, TCommand, TEvent, TView>
    where TCommand : class, ICommand
    where TEvent : class
    where TView : class
{
    static readonly string[] StateColumns = ["township", "id", "version", "fold", "state"];

    public override EquatableList<string> Tables => base.Tables.Add(States);

    string States => Main.Name + "_states";

    public override async Task Apply(
        DbTransaction transaction, TableNames tables, IReadOnlyList<RecordedCommit> commits, IEventReader store,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commits);
        var streams = commits.GroupBy(c => c.Stream).Select(s => s.ToList()).ToList();
        var kept = await Kept(
            transaction, tables[States], streams.Where(s => s[0].FirstVersion > 1).Select(s => s[0].Stream), cancellationToken);
        var (changes, states) = (new RowChanges(), new List<object?[]>());
        foreach (var stream in streams)
        {
            var (id, before) = (stream[0].Stream, stream[0].FirstVersion == 1 ? Folded.Nothing : kept.GetValueOrDefault(stream[0].Stream));
            var after = before is null ? null : Following(before, stream);
            if (before is null || after is null)
            {
                // Folded by other code, or a commit was skipped: the stored rows are unknown, too.
                changes.Forget(id);
                (before, after) = (Folded.Nothing, await FromStore(store, id, stream[^1].LastVersion, cancellationToken));
            }

            foreach (var function in functions)
                changes.Change(function.Table, id, RowsOf(function, before, id), RowsOf(function, after, id));
            states.Add([id.Township, id.Id, after.Version, type.FoldVersion, type.WriteState(after.State).ToString()]);
        }

        await changes.Write(transaction, tables, RowTables, cancellationToken);
        await SqlRows.Upsert(transaction, tables[States], StateColumns, 2, states, cancellationToken);
    }

    private protected override IEnumerable<string> Statements(Func<string, string> name) => base.Statements(name).Append(
        $"""
        CREATE TABLE {name(States)} (
            township TEXT NOT NULL, id TEXT NOT NULL, version BIGINT NOT NULL, fold TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (township, id))
        """);

    async Task<Dictionary<StreamId, Folded>> Kept(
        DbTransaction transaction, string table, IEnumerable<StreamId> streams, CancellationToken cancellationToken)
    {
        var rows = await SqlRows.Find(
            transaction, table, StateColumns, [.. streams.Select(s => (object[])[s.Township, s.Id])], cancellationToken);
        var kept = new Dictionary<StreamId, Folded>();
        foreach (var row in rows)
            if ((string)row[3] == type.FoldVersion && StateOf((string)row[4]) is { } state)
                kept[new(type.Category, (string)row[0], (string)row[1])] = new(
                    state, Convert.ToInt64(row[2], CultureInfo.InvariantCulture));
        return kept;
    }

    // Disposable like a snapshot: a state that cannot be read is folded again.
    TState? StateOf(string json)
    {
        try
        {
            return type.ReadState(JsonBytes.From(json));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns the state after the commits; null when a commit before one of them is missing.</summary>
    Folded? Following(Folded folded, List<RecordedCommit> commits)
    {
        foreach (var commit in commits)
        {
            if (commit.PreviousVersion != folded.Version) return null;
            folded = After(folded, commit);
        }

        return folded;
    }

    async Task<Folded> FromStore(IEventReader store, StreamId stream, long version, CancellationToken cancellationToken)
    {
        var folded = Folded.Nothing;
        await foreach (var commit in store.ReadStream(stream, new(To: version), cancellationToken)) folded = After(folded, commit);
        return folded.Version == version
            ? folded
            : throw new InvalidOperationException($"The store has '{stream}' up to version {folded.Version}, not {version}.");
    }

    Folded After(Folded folded, RecordedCommit commit)
    {
        var (state, version) = (folded.State, folded.Version);
        foreach (var stored in commit.Events) state = type.Fold(state, commit.Stream, ++version, stored);
        return new(state, version);
    }

    static IEnumerable<object> RowsOf(RowFunction<TState> function, Folded folded, StreamId stream) =>
        folded.Version == 0 ? [] : function.Rows(folded.State, stream);

    sealed record Folded(TState State, long Version)
    {
        public static Folded Nothing { get; } = new(TState.Initial, 0);
    }
}

/// <summary>A function of the state that returns the rows of a table.</summary>
sealed record RowFunction<TState>(RowTable Table, Func<TState, StreamId, IEnumerable<object>> Rows);
