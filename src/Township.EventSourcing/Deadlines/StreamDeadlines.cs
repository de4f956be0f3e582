using System.Diagnostics;
using static Township.EventSourcing.DeadlineChange;

namespace Township.EventSourcing;

/// <summary>The deadlines of streams while commits are applied to them: what was stored, and what it becomes.</summary>
sealed class StreamDeadlines(IReadOnlyList<DeadlineRow> stored)
{
    readonly Dictionary<(StreamId Stream, string Name), DeadlineRow> _before = stored.ToDictionary(row => row.Key);
    readonly Dictionary<(StreamId Stream, string Name), DeadlineRow> _now = stored.ToDictionary(row => row.Key);

    /// <summary>Rows to be written.</summary>
    public IReadOnlyList<DeadlineRow> Changed => [.. _now.Values.Where(row => !_before.TryGetValue(row.Key, out var before) || before != row)];

    /// <summary>Rows to be removed.</summary>
    public IReadOnlyList<DeadlineRow> Removed => [.. _before.Values.Where(row => !_now.ContainsKey(row.Key))];

    public void Apply(RecordedCommit commit, DeadlineChange change)
    {
        switch (change)
        {
            case SetAt set:
                _now[(commit.Stream, set.Name)] = DeadlineRow.SetBy(commit, set.Name, set.DueAt);
                break;
            case Revived revived when _now.TryGetValue((commit.Stream, revived.Name), out var row):
                // Always as if it were set anew: its command may be on its way just now, decided on what was before.
                _now[row.Key] = DeadlineRow.SetBy(commit, row.Name, row.DueAt);
                break;
            case Revived:
                break;
            case Cleared cleared:
                _now.Remove((commit.Stream, cleared.Name));
                break;
            case AllCleared:
                foreach (var key in _now.Keys.Where(key => key.Stream.Equals(commit.Stream)).ToList()) _now.Remove(key);
                break;
            default:
                throw new UnreachableException($"{change.GetType().Name} is not handled.");
        }
    }
}
