namespace Township.EventSourcing;

/// <summary>A grain's durable state that migrates to another silo.</summary>
[GenerateSerializer, Immutable, Alias("township.carried-snapshot")]
sealed record CarriedSnapshot(string Stream, long Version, byte[] CommitHash, string FoldVersion, byte[] State, byte[] StateHash)
{
    public static CarriedSnapshot Of(Snapshot snapshot) => new(
        snapshot.Stream.ToString(), snapshot.Version, snapshot.CommitHash.Span.ToArray(), snapshot.FoldVersion,
        snapshot.State.Span.ToArray(), snapshot.StateHash.Span.ToArray());

    public Snapshot ToSnapshot() => new(StreamId.Parse(Stream), Version, new(CommitHash), FoldVersion, new(State), new(StateHash));
}
