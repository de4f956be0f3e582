namespace Township.Privacy;

/// <summary>Why people's data is not erased, or not shown.</summary>
public static class PersonalDataRefusals
{
    /// <summary>Nothing was ever sealed about the person. Argument: the id.</summary>
    public static readonly RefusalReason NobodyKnown = new("personal-data.nobody-known",
        "没有 {0} 的个人信息。", "There is no personal data of {0}.");

    /// <summary>Whoever is concerned asks somebody else to erase.</summary>
    public static readonly RefusalReason Own = new("personal-data.own",
        "本人的个人信息须由他人删除。", "Nobody erases their own data; somebody else does.");
}
