namespace Township.EventSourcing;

/// <summary>A state and the position in its stream at which it holds.</summary>
/// <param name="State">The folded state.</param>
/// <param name="Version">The number of events folded.</param>
/// <param name="Hash">The stream's hash chain at that version.</param>
/// <param name="DecidedAt">When the last commit was decided; the next decision is never earlier.</param>
sealed record FoldedState<TState>(TState State, long Version, CommitHash Hash, DateTimeOffset DecidedAt)
{
    public StreamHead HeadOf(StreamId stream) => new(stream, Version, Hash);
}
