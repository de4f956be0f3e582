namespace Township.Privacy;

/// <summary>Why the erasure of a person's data is refused.</summary>
public static class PersonalDataRefusals
{
    /// <summary>There is no personal data about the person. Argument: the id.</summary>
    public static readonly RefusalReason NobodyKnown = new("personal-data.nobody-known",
        "没有 {0} 的个人信息。", "There is no personal data about {0}.");

    /// <summary>Nobody may erase their own data.</summary>
    public static readonly RefusalReason Own = new("personal-data.own",
        "不能删除本人的个人信息，须由他人办理。", "You cannot erase your own data; another person must do it.");
}
