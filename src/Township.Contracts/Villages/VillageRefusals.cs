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

    /// <summary>The name is not written down as a text about the informant, who could then not have it erased. Argument: the person.</summary>
    public static readonly RefusalReason NameOfAnother = new("village.name-of-another", "姓名须登记为 {0} 本人的个人信息。", "The name must be a text about {0}.");
}
