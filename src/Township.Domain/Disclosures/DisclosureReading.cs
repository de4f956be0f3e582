namespace Township.Disclosures;

public abstract partial record Disclosure
{
    static readonly ReadCondition<Disclosure> Public = PublishedFor("published-for-the-public", DisclosureAudience.Public);
    static readonly ReadCondition<Disclosure> Villagers = PublishedFor("published-for-villagers", DisclosureAudience.Villagers);
    static readonly ReadCondition<Disclosure> Cadres = PublishedFor("published-for-cadres", DisclosureAudience.Cadres);

    /// <summary>
    /// A published text is for its audience, also after it was withdrawn; an unpublished one is for those who work on it. The people whom
    /// <see cref="DisclosureAudience.Concerned"/> means are not on record: those who publish inform them.
    /// </summary>
    public static ReadRule<Disclosure> Reading { get; } = ReadRule.Of<Disclosure>(inChinese: Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewByAnyone(Public)
        .ViewByTownship(Villagers)
        .ViewWhen(Cadres, Roles.Cadre)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);

    // The current text: one that was corrected is a draft again until it is published.
    static ReadCondition<Disclosure> PublishedFor(string name, DisclosureAudience audience) =>
        new(name, state => state is not Unwritten && FileOf(state) is var file && file.Terms.Audience == audience && file.IsPublic());
}
