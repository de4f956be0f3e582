namespace Township.Hearings;

public abstract partial record Hearing
{
    static readonly ReadCondition<Hearing> NoticePublished = new("notice-published", state => FileOf(state) is { Notices.Count: > 0 });

    /// <summary>
    /// For everybody of the township once a notice of the current revision is published; until then, for those who prepare it. What people
    /// said in the sitting is in the history: the public gets it as minutes, with names as the township shows them.
    /// </summary>
    public static ReadRule<Hearing> Reading { get; } = ReadRule.Of<Hearing>(inChinese: Roles.InChinese)
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewByTownship(NoticePublished)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);

    // Declared relatives are in the officer's own file, which the readers of a hearing may not see.
    static HearingPeople Shown(HearingPeople people) => people with { Officers = people.Officers.Select(o => o with { Relatives = [] }).ToEquatableList() };
}
