namespace Township.Bodies;

/// <summary>The bodies that run the systems. A township has one of each.</summary>
public enum BodyKind
{
    /// <summary>领导小组: the leading group.</summary>
    LeadingGroup,

    /// <summary>效能办: the efficiency office.</summary>
    EfficiencyOffice,
}

/// <summary>The ids of the two bodies.</summary>
public static class BodyKey
{
    /// <summary>领导小组.</summary>
    public const string LeadingGroup = "leading-group";

    /// <summary>效能办.</summary>
    public const string EfficiencyOffice = "office";

    /// <summary>Which body has this id; null for any other id.</summary>
    public static BodyKind? Find(string? id) => id switch
    {
        LeadingGroup => BodyKind.LeadingGroup,
        EfficiencyOffice => BodyKind.EfficiencyOffice,
        _ => null,
    };
}
