namespace Township.Notices;

/// <summary>
/// The measure that a notice chooses, exactly one (P5). None of them is a disciplinary punishment 处分.
/// </summary>
public enum MeasureKind
{
    /// <summary>责令说明情况: order to explain.</summary>
    Explain,

    /// <summary>诫勉谈话: admonition talk.</summary>
    AdmonitionTalk,

    /// <summary>限期整改: rectification by a deadline.</summary>
    Rectify,
}

/// <summary>What a notice rests on.</summary>
public enum NoticeCause
{
    /// <summary>The pledge was verified as unfulfilled.</summary>
    Unfulfilled,

    /// <summary>The month ended without a pledge.</summary>
    Missed,
}
