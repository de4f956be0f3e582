namespace Township.AheadStreams;

public abstract partial record AheadStream
{
    /// <summary>Those who answer for it and those who audit: it names a stream, and so perhaps a person.</summary>
    public static ReadRule<AheadStream> Reading { get; } = ReadRule.Of<AheadStream>()
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
