namespace Township.Villages;

/// <summary>Why a command to a village is refused.</summary>
public static class VillageRefusals
{
    /// <summary>The person already serves in the village. Argument: the person.</summary>
    public static readonly RefusalReason AlreadyServes = new("village.already-serves",
        "{0} 已经在本村任职。", "{0} already serves in the village.");

    /// <summary>The person does not serve in the village. Argument: the person.</summary>
    public static readonly RefusalReason DoesNotServe = new("village.does-not-serve", "{0} 没有在本村任职。", "{0} does not serve in the village.");

    /// <summary>The village was abolished. Arguments: its id, its last day.</summary>
    public static readonly RefusalReason Abolished = new("village.abolished", "{0} 已于 {1} 撤销。", "The village {0} was abolished on {1}.");
}
