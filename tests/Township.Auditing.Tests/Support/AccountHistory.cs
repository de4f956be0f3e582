namespace Township.Auditing.Tests;

/// <summary>
/// Two accounts in six commits: 1 a opened, 2 a deposits 10, 3 b opened, 4 b matches a (captured fact), 5 a withdraws
/// all (two events), 6 b deposits 5.
/// </summary>
public static class AccountHistory
{
    public static readonly StreamId A = new("account", "huimin", "a"), B = new("account", "huimin", "b");

    /// <summary>Which history the commits are said to be of.</summary>
    public static readonly HistoryId Id = HistoryId.New();

    public static readonly IReadOnlyList<IAggregateType> Types = [Account.Type];

    public static async Task<List<RecordedCommit>> Commits()
    {
        var store = new MemoryEventStore();
        await Play(store);
        return await store.ReadAll().ToListAsync();
    }

    public static async Task Play(IEventStore store)
    {
        await using var town = new Town(store, Types);
        var type = Account.Type;
        await town.Do(type, A, new AccountCommand.Open("张三"), "clerk");
        await town.Do(type, A, new AccountCommand.Deposit(10), "clerk");
        await town.Do(type, B, new AccountCommand.Open("李四"), "clerk");
        await town.Do(type, B, new AccountCommand.Match("a"), "clerk");
        await town.Do(type, A, new AccountCommand.Withdraw(10), "clerk");
        await town.Do(type, B, new AccountCommand.Deposit(5), "clerk");
    }

    /// <summary>The history with other content in one commit, and all hashes recomputed: what a forger with the program can do.</summary>
    public static List<RecordedCommit> Forge(this IEnumerable<RecordedCommit> commits, long position, Func<CommitContent, CommitContent> change) =>
        commits.Rewrite(c => [(c.Stream, c.Position == position ? change(c.Content) : c.Content)]);

    /// <summary>The history written anew from other contents.</summary>
    public static List<RecordedCommit> Rewrite(this IEnumerable<RecordedCommit> commits, Func<RecordedCommit, IEnumerable<(StreamId, CommitContent)>> contents)
    {
        var log = new LogHead(0, CommitHash.Zero);
        var heads = new Dictionary<StreamId, StreamHead>();
        var written = new List<RecordedCommit>();
        foreach (var (stream, content) in commits.SelectMany(contents))
        {
            written.Add(RecordedCommit.Following(log, heads.GetValueOrDefault(stream) ?? new(stream, 0, CommitHash.Zero), content));
            (log, heads[stream]) = (written[^1].LogHead, written[^1].StreamHead);
        }

        return written;
    }
}
