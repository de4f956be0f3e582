namespace Township.Notices;

public abstract partial record Notice
{
    static readonly ReadPerson<Notice> Concerned = new("cadre", (_, stream) => NoticeId.Find(stream.Id)?.Pledge.CadreId, Roles.Cadre);

    /// <summary>Addressed to one cadre, who must be able to answer it.</summary>
    public static ReadRule<Notice> Reading { get; } = ReadRule.Of<Notice>(id => NoticeId.Find(id) is not null, Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewBy(Concerned)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
