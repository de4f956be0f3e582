namespace Township.Townships;

/// <summary>How much of a citizen's name a public document shows (§7). Cadres are named in full: they act in office.</summary>
public enum PublicNames
{
    /// <summary>全名: the whole name.</summary>
    Full,

    /// <summary>姓: the surname, as 张某.</summary>
    Surname,

    /// <summary>隐去: no name.</summary>
    Hidden,
}
