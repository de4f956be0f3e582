namespace Township.Draws;

/// <summary>What happened to a draw. Stored; see docs/formats.md before changing anything.</summary>
public abstract record DrawEvent
{
    private DrawEvent() { }

    /// <summary>The candidates were fixed and the commitment published.</summary>
    [EventName("draw.candidates-frozen")]
    [Title("候选人名单已确定", "Candidates fixed")]
    public sealed record CandidatesFrozen(DrawTerms Terms, string Commitment) : DrawEvent;

    /// <summary>The seed was revealed, in its one text, and the winners follow from it, in the order of the draw.</summary>
    [EventName("draw.drawn")]
    [Title("抽签结果已产生", "Winners drawn")]
    public sealed record Drawn(string Seed, EquatableList<string> Winners) : DrawEvent;

    /// <summary>The draw was declared void, possibly after everybody could know its seed.</summary>
    [EventName("draw.voided")]
    [Title("抽签已作废", "Draw declared void")]
    public sealed record Voided(PersonalText Reason, bool SeedPublic) : DrawEvent;
}
