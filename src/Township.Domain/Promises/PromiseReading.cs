namespace Township.Promises;

public abstract partial record Promise
{
    static readonly ReadPerson<Promise> Owner = new("owner", (state, _) => OwnerOf(state), Roles.Cadre);

    /// <summary>A promise is made to the public: what is promised, by whom, by when, and what came of it.</summary>
    public static ReadRule<Promise> Reading { get; } = ReadRule.Of<Promise>(id => PromiseId.Find(id) is not null, Roles.InChinese)
        .ViewByTownship()
        .History(Roles.Office, Roles.Leader, Roles.Auditor)
        .HistoryBy(Owner);

    static string? OwnerOf(Promise state) => FileOf(state)?.OwnerId;

    static PromiseFile? FileOf(Promise state) => state switch
    {
        Made s => s.File,
        Fulfilled s => s.File,
        Withdrawn s => s.File,
        _ => null,
    };
}
