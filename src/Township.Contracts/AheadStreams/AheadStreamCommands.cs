namespace Township.AheadStreams;

/// <summary>What can be put on record about a stream whose last decision is dated later than the clock. By the leading group.</summary>
[GenerateSerializer, Alias("ahead-stream.command")]
public abstract record AheadStreamCommand : Command
{
    private AheadStreamCommand() { }

    /// <summary>Lets the stream continue: its next decisions are dated as its last one, until the clock has caught up with it.</summary>
    /// <param name="LastDecidedAt">
    /// The time of the stream's last decision, to the microsecond, as the failure's message shows it. The record holds for this time only.
    /// </param>
    /// <param name="Reason">How the clock came to be ahead, and why the stream cannot wait.</param>
    [GenerateSerializer, Alias("ahead-stream.acknowledge"), CommandName("ahead-stream.acknowledge")]
    [Title("确认时间超前并准许继续", "Acknowledge that the stream is ahead")]
    public sealed record Acknowledge(DateTimeOffset LastDecidedAt, [Text(1000, MultiLine = true)] PersonalText Reason) : AheadStreamCommand;
}
