namespace Township.Hearings;

public abstract partial record Hearing
{
    static readonly ReadCondition<Hearing> NoticePublished = new("notice-published", state => FileOf(state) is { Notices.Count: > 0 });

    /// <summary>
    /// Everybody of the township once the notice of what is planned now is published; a plan that nobody has been told is for those who
    /// make it. What people said in the sitting is in the history: the public gets it as minutes with names as the township shows them.
    /// </summary>
    public static ReadRule<Hearing> Reading { get; } = ReadRule.Of<Hearing>()
        .View(Roles.Office, Roles.Leader, Roles.Auditor)
        .ViewByTownship(NoticePublished)
        .History(Roles.Office, Roles.Leader, Roles.Auditor);

    // Whom an officer declared as a relative is in the officer's own file, which is closed to those who see a hearing.
    static HearingPeople Shown(HearingPeople people) => people with { Officers = people.Officers.Select(o => o with { Relatives = [] }).ToEquatableList() };
}
