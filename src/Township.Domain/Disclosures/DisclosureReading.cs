namespace Township.Disclosures;

public abstract partial record Disclosure
{
    static readonly ReadCondition<Disclosure> Public = PublishedFor("published-for-the-public", DisclosureAudience.Public);
    static readonly ReadCondition<Disclosure> Villagers = PublishedFor("published-for-villagers", DisclosureAudience.Villagers);
    static readonly ReadCondition<Disclosure> Cadres = PublishedFor("published-for-cadres", DisclosureAudience.Cadres);

    /// <summary>
    /// A text that is published is read by its audience, also after it was withdrawn; one that is not, by those who work on it. Whom
    /// <see cref="DisclosureAudience.Concerned"/> means is not on record: they are told by those who publish.
    /// </summary>
    public static ReadRule<Disclosure> Reading { get; } = ReadRule.Of<Disclosure>()
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewByAnyone(Public)
        .ViewByTownship(Villagers)
        .ViewWhen(Cadres, Roles.Cadre)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);

    // The text that holds: one that was corrected is a draft again until it is published.
    static ReadCondition<Disclosure> PublishedFor(string name, DisclosureAudience audience) =>
        new(name, state => state is not Unwritten && FileOf(state) is var file && file.Terms.Audience == audience && file.IsPublic());
}
