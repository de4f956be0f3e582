using System.Data.Common;
using CsCheck;
using Township.Disclosures;
using Township.Promises;
using static Township.Promises.PromiseEvent;

namespace Township;

/// <summary>However commits of many streams are cut into batches, as live or in a rebuild, the rows are those that follow from the events.</summary>
public sealed class BatchProperties
{
    static readonly MessageCatalogue<PromiseEvent> Promises = Promise.Type.Events;
    static readonly MessageCatalogue<DisclosureEvent> Disclosures = Disclosure.Type.Events;

    static readonly Gen<DateOnly> Day = Gen.Int[0, 60].Select(n => new DateOnly(2026, 3, 1).AddDays(n));

    static readonly Gen<PromiseEvent[]> PromiseLife =
        from made in Gen.Select(Day, Gen.Int[1, 9], (due, issue) => new Made("2026-01", issue, "c-002", "修路", "…", Due(due), due, "c-001", due, "hearing/1"))
        from later in Gen.Select(Gen.Int[0, 4], Day).Array[0, 8]
        select (PromiseEvent[])[made, .. later.Select((step, n) => After(step.Item1, step.Item2, 1 + later.Take(n).Count(l => l.Item1 == 2)))];

    static readonly Gen<DisclosureEvent[]> DisclosureLife =
        from steps in Gen.Select(Gen.Int[0, 4], Gen.Enum<Channel>(), Day).Array[0, 8]
        select (DisclosureEvent[])[
            new DisclosureEvent.Drafted(DisclosureKind.FinancialReport, null, DisclosureAudience.Public, DisclosureForm.Table, "账目", "…", null, "c-001", At(new(2026, 3, 1))),
            .. steps.Select((step, n) => After(step.Item1, step.Item2, step.Item3, 1 + steps.Take(n).Count(s => s.Item1 == 3)))];

    [Fact]
    public Task Promises_in_any_batches() => Cut<PromiseRows, PromiseEvent>(TownshipViews.Promises, "promise/huimin/2026-01.", Promises, PromiseLife);

    [Fact]
    public Task Disclosures_in_any_batches() => Cut<DisclosureRows, DisclosureEvent>(TownshipViews.Disclosures, "disclosure/huimin/d-", Disclosures, DisclosureLife);

    static Task Cut<TRows, TEvent>(IProjection<DbTransaction> view, string streams, MessageCatalogue<TEvent> events, Gen<TEvent[]> life)
        where TRows : class, IStreamRows<TRows, TEvent>
        where TEvent : class
        => Gen.Select(life.Array[1, 4], Gen.Int[1, 5].Array[1, 5]).SampleAsync(async (lives, batches) =>
        {
            var commits = await Commits(streams, events, lives);
            using var live = await ViewDatabase.With(view);
            for (int at = 0, n = 0; at < commits.Count; at += batches[n++ % batches.Length]) await live.Apply([.. commits.Skip(at).Take(batches[n % batches.Length])]);
            using var rebuilt = await ViewDatabase.With(view);
            await rebuilt.Apply(commits);

            live.Rows().Should().Equal(rebuilt.Rows());
            var folded = lives.SelectMany((events, n) => events.Aggregate(RowFold.New<TRows, TEvent>($"{streams}{n + 1}"), (rows, e) => rows.After(e)).Rows);
            rebuilt.Rows().Should().BeEquivalentTo(folded.Select(row => $"{row.Table.Name} {string.Join("|", row.Values)}"));
        }, iter: 100);

    // Streams take turns: a batch then holds several events of each.
    static async Task<IReadOnlyList<RecordedCommit>> Commits<TEvent>(string streams, MessageCatalogue<TEvent> catalogue, TEvent[][] lives) where TEvent : class
    {
        var store = new MemoryEventStore();
        for (var i = 0; i < lives.Max(l => l.Length); i++)
            for (var n = 0; n < lives.Length; n++)
                if (i < lives[n].Length) await store.Append([Happenings.Commit(catalogue, $"{streams}{n + 1}", lives[n][i])]);
        var commits = new List<RecordedCommit>();
        await foreach (var commit in store.ReadAll()) commits.Add(commit);
        return commits;
    }

    static PromiseEvent After(int step, DateOnly day, int due) => step switch
    {
        0 => new Reminded(due, day),
        1 => new BecameOverdue(due, day, "c-002", day),
        2 => new Extended(due + 1, Due(day), day, "…", "c-001", day, "hearing/1"),
        3 => new Fulfilled(day, true, "…", "c-001", day),
        _ => new Withdrawn("c-001", day, "…"),
    };

    static DisclosureEvent After(int step, Channel channel, DateOnly day, int text) => step switch
    {
        0 => new DisclosureEvent.Reviewed("c-002", At(day), "…"),
        1 => new DisclosureEvent.Approved("c-003", At(day)),
        2 => new DisclosureEvent.Published(new Publication(channel, At(day), "…", "c-004", text, channel is Channel.Web ? day : null)),
        3 => new DisclosureEvent.Corrected(text + 1, $"账目({text})", "…", "…", "c-001", At(day)),
        _ => new DisclosureEvent.Withdrawn("c-001", day, "…"),
    };

    static DueDate Due(DateOnly day) => new(day, "cn-2026.1", false);

    static DateTimeOffset At(DateOnly day) => LocalTime.StartOf(day);
}
