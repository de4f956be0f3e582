namespace Township.AheadStreams;

/// <summary>What can be put on record about a stream whose last decision lies ahead of the clock. By the leading group.</summary>
[GenerateSerializer, Alias("ahead-stream.command")]
public abstract record AheadStreamCommand : Command
{
    private AheadStreamCommand() { }

    /// <summary>Lets the stream go on: what is decided next is dated as its last decision, until the clock has caught up with that.</summary>
    /// <param name="LastDecidedAt">When it was last decided, to the microsecond, as the failure tells it. For any other moment nothing is said.</param>
    /// <param name="Reason">How the clock came to be ahead, and why the stream cannot wait.</param>
    [GenerateSerializer, Alias("ahead-stream.acknowledge"), CommandName("ahead-stream.acknowledge")]
    public sealed record Acknowledge(DateTimeOffset LastDecidedAt, [Text(1000, MultiLine = true)] PersonalText Reason) : AheadStreamCommand;
}
