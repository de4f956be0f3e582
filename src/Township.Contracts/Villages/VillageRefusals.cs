namespace Township.Villages;

/// <summary>Why a village refuses.</summary>
public static class VillageRefusals
{
    /// <summary>The person serves already. Argument: the person.</summary>
    public static readonly RefusalReason AlreadyServes = new("village.already-serves", "{0} 已经在本村任职。", "{0} serves in the village already.");

    /// <summary>The person does not serve here. Argument: the person.</summary>
    public static readonly RefusalReason DoesNotServe = new("village.does-not-serve", "{0} 没有在本村任职。", "{0} does not serve in the village.");

    /// <summary>The village was abolished. Arguments: its id, its last day.</summary>
    public static readonly RefusalReason Abolished = new("village.abolished", "{0} 已于 {1} 撤销。", "{0} was abolished on {1}.");
}
