using System.Text.Json;

namespace Township.Auditing;

/// <summary>Whether the parts of a commit can be read.</summary>
/// <param name="IsReadable">Whether all parts can be read.</param>
/// <param name="EventCount">The number of events; null when they cannot be read.</param>
readonly record struct ContentFindings(bool IsReadable, int? EventCount)
{
    public static ContentFindings Of(RecordedCommit commit, Action<Fault> onFault)
    {
        var location = FaultLocation.Of(commit);
        var readable = CanRead("command", () => JsonDocument.Parse(commit.Content.CommandData.Memory).Dispose());
        readable &= CanRead("actor", () => _ = commit.Actor);
        readable &= CanRead("facts", () => _ = commit.Facts);
        readable &= CanRead("decided-at", () => _ = commit.DecidedAt);
        int? count = CanRead("events", () => _ = commit.Events) ? commit.Events.Count : null;
        if (count is not null && count != commit.Content.EventCount)
            onFault(HistoryFaults.EventCount.At(location, commit.Content.EventCount, count));
        return new(readable && count == commit.Content.EventCount, count);

        bool CanRead(string part, Action read)
        {
            try
            {
                read();
                return true;
            }
            catch (Exception e) when (Damage.Is(e))
            {
                onFault(HistoryFaults.PartUnreadable.At(location, part, e.Message));
                return false;
            }
        }
    }
}

/// <summary>Recognises the exceptions that reading damaged bytes throws.</summary>
static class Damage
{
    public static bool Is(Exception e) =>
        e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException
            or OverflowException or ArgumentException;
}
