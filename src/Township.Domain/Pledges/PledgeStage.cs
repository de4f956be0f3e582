using Event = Township.Pledges.PledgeEvent;

namespace Township.Pledges;

/// <summary>Where in its life a pledge is. What is on record is in the <see cref="PledgeSheet"/>.</summary>
public abstract record PledgeStage
{
    private PledgeStage() { }

    /// <summary>Form or statement is missing, or both.</summary>
    public sealed record Open : PledgeStage;

    /// <summary>Both are on record.</summary>
    public sealed record Pledged : PledgeStage;

    /// <summary>Verified.</summary>
    public sealed record Verified(Event.Verified Result) : PledgeStage;

    /// <summary>The month ended without a pledge.</summary>
    public sealed record Missed : PledgeStage;

    /// <summary>Exempt.</summary>
    public sealed record Exempt(Event.Exempted Terms) : PledgeStage;

    /// <summary>The cadre left.</summary>
    public sealed record Released(DateOnly LeftOn) : PledgeStage;
}
