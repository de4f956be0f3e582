namespace Township.Draws;

/// <summary>What can be asked of a draw 抽签 (rule D). All of it by the efficiency office.</summary>
[GenerateSerializer, Alias("draw.command")]
public abstract record DrawCommand : Command
{
    private DrawCommand() { }

    /// <summary>Fixes who takes part, and which public value will decide, before that value is known.</summary>
    /// <param name="Candidates">Ids, each once; their order does not matter.</param>
    /// <param name="Winners">How many are drawn; at least 1, at most all.</param>
    /// <param name="Beacon">Which published value will be the seed, so that anyone can look it up, and how it is written down,
    /// for example 双色球 2026006 期开奖号码(两位数,以一个空格分隔).</param>
    /// <param name="RevealFrom">When that value is published; must lie in the future.</param>
    [GenerateSerializer, Alias("draw.freeze"), CommandName("draw.freeze")]
    public sealed record Freeze([Count(1, 1000)] EquatableList<string> Candidates, int Winners, string Beacon, DateTimeOffset RevealFrom) : DrawCommand;

    /// <summary>Enters the published value. The selection follows from it and cannot be influenced.</summary>
    /// <param name="Seed">The value as published, written as the beacon says; no blanks at its ends, single spaces within.</param>
    [GenerateSerializer, Alias("draw.reveal"), CommandName("draw.reveal")]
    public sealed record Reveal(string Seed) : DrawCommand;

    /// <summary>Declares the draw void. It stays visible, with its reason; a new draw gets a new id.</summary>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("draw.void"), CommandName("draw.void")]
    public sealed record Void([Text(1000, MultiLine = true)] PersonalText Reason) : DrawCommand;
}
