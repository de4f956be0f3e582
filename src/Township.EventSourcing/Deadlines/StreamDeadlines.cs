using System.Diagnostics;
using static Township.EventSourcing.DeadlineChange;

namespace Township.EventSourcing;

/// <summary>Tracks the deadlines of streams while commits are applied to them: the stored rows, and what they become.</summary>
sealed class StreamDeadlines(IReadOnlyList<DeadlineRow> stored)
{
    readonly Dictionary<(StreamId Stream, string Name), DeadlineRow> _before = stored.ToDictionary(row => row.Key);
    readonly Dictionary<(StreamId Stream, string Name), DeadlineRow> _now = stored.ToDictionary(row => row.Key);

    /// <summary>The rows to write.</summary>
    public IReadOnlyList<DeadlineRow> Changed =>
        [.. _now.Values.Where(row => !_before.TryGetValue(row.Key, out var before) || before != row)];

    /// <summary>The rows to remove.</summary>
    public IReadOnlyList<DeadlineRow> Removed => [.. _before.Values.Where(row => !_now.ContainsKey(row.Key))];

    public void Apply(RecordedCommit commit, DeadlineChange change)
    {
        switch (change)
        {
            case SetAt set:
                _now[(commit.Stream, set.Name)] = DeadlineRow.SetBy(commit, set.Name, set.DueAt);
                break;
            case Revived revived when _now.TryGetValue((commit.Stream, revived.Name), out var row):
                // Set anew even if nothing changed: its command may be in flight, decided on the state before this commit.
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
