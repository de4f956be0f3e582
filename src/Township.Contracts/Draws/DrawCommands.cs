namespace Township.Draws;

/// <summary>What can be asked of a draw 抽签 (rule D). By the efficiency office, except where it says otherwise.</summary>
[GenerateSerializer, Alias("draw.command")]
public abstract record DrawCommand : Command
{
    private DrawCommand() { }

    /// <summary>
    /// Fixes the candidates, and which public value will decide, before that value is known. The candidates and the number of winners
    /// follow from the purpose: a missing candidate is refused, and so is an additional one.
    /// </summary>
    /// <param name="Candidates">Ids, each once; their order does not matter.</param>
    /// <param name="Excluded">Cadres of the month who are left out, each with the reason; none where seats of a hearing are drawn.</param>
    /// <param name="BeaconId">One of the beacons of the draw policy.</param>
    /// <param name="Day">On which day it publishes the value; one of its days, and its hour on that day must be in the future.</param>
    [GenerateSerializer, Alias("draw.freeze"), CommandName("draw.freeze")]
    [Title("确定候选人名单", "Fix the candidates")]
    public sealed record Freeze(
        [Key, Count(1, 1000)] EquatableList<string> Candidates, [Count(0, 1000)] EquatableList<Exclusion> Excluded, [Key] string BeaconId, DateOnly Day) : DrawCommand;

    /// <summary>Enters the published value. The text of the seed and the selection follow from it and cannot be influenced.</summary>
    /// <param name="Numbers">The numbers, in their order; none when the value is hexadecimal.</param>
    /// <param name="Hex">The hexadecimal digits in lower case; null when the value is numbers.</param>
    [GenerateSerializer, Alias("draw.reveal"), CommandName("draw.reveal")]
    [Title("录入种子并抽签", "Enter the seed and draw")]
    public sealed record Reveal([Count(0, 500)] EquatableList<int> Numbers, string? Hex = null) : DrawCommand;

    /// <summary>
    /// Declares the draw void. It stays visible, with the reason and with what was drawn; the draw that replaces it has the next number.
    /// Once the seed can be known, only a leader may do this, and it stays visible that the seed could be known. A draw with a result can
    /// be voided until its result is used, for example because the numbers were entered wrongly.
    /// </summary>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("draw.void"), CommandName("draw.void")]
    [Title("抽签作废", "Declare the draw void")]
    public sealed record Void([Text(1000, MultiLine = true)] PersonalText Reason) : DrawCommand;
}
