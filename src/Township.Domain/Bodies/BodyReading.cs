namespace Township.Bodies;

public abstract partial record Body
{
    /// <summary>Who belongs to a body is known in the township; the reasons for changes are for those who are responsible for it.</summary>
    public static ReadRule<Body> Reading { get; } = ReadRule.Of<Body>(id => BodyKey.Find(id) is not null, Roles.InChinese)
        .ViewByTownship()
        .History(Roles.Office, Roles.Leader, Roles.Auditor);
}
