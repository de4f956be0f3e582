namespace Township.Rosters;

/// <summary>Why a command to the roster is refused, or a command elsewhere because a cadre is not on the roster.</summary>
public static class RosterRefusals
{
    /// <summary>The roster would be too long. Argument: how many cadres it can have.</summary>
    public static readonly RefusalReason Full = new("roster.full", "干部名册最多 {0} 人。", "The roster can have at most {0} cadres.");

    /// <summary>The cadre is not on the roster. Argument: the cadre.</summary>
    public static readonly RefusalReason NotEntered = new("roster.not-entered",
        "{0} 尚未列入干部名册，须先列入。", "{0} is not on the roster of cadres yet; enter the cadre there first.");
}
