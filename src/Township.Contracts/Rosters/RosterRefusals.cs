namespace Township.Rosters;

/// <summary>Why a roster refuses, and what refuses for want of it.</summary>
public static class RosterRefusals
{
    /// <summary>The roster is full. Argument: how many it takes.</summary>
    public static readonly RefusalReason Full = new("roster.full", "名册最多 {0} 人。", "The roster takes {0} people at most.");

    /// <summary>The cadre is not on the roster. Argument: the cadre.</summary>
    public static readonly RefusalReason NotEntered = new("roster.not-entered", "{0} 尚未列入干部名册。", "{0} is not on the roster of cadres yet.");
}
