namespace Township.AheadStreams;

public abstract partial record AheadStream
{
    /// <summary>For those who are responsible and those who audit: it names a stream, and so possibly a person.</summary>
    public static ReadRule<AheadStream> Reading { get; } = ReadRule.Of<AheadStream>(inChinese: Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
