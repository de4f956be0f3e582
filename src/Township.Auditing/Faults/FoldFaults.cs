namespace Township.Auditing;

/// <summary>Converts failures of folding to findings.</summary>
static class FoldFaults
{
    public static Fault Of(RecordedCommit commit, IAggregateType type, FoldException e)
    {
        var location = FaultLocation.Of(commit) with { Version = e.Version };
        return e.InnerException is UnknownMessageException unknown
            ? HistoryFaults.UnknownEvent.At(
                location, string.Join(", ", type.EventNames.Select(n => n.Name)), $"{unknown.Name} ({unknown.Schema})")
            : HistoryFaults.CannotFold.At(
                location, commit.Events.ElementAtOrDefault((int)(e.Version - commit.FirstVersion))?.Name ?? "?",
                e.InnerException?.Message ?? e.Message);
    }
}
