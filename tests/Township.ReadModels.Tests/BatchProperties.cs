using CsCheck;
using Township.Disclosures;
using Township.Promises;
using static Township.Promises.PromiseEvent;

namespace Township;

/// <summary>However commits of many streams are cut into batches, as live or in a rebuild, the rows are those that follow from the states.</summary>
public sealed class BatchProperties
{
    static readonly AggregateType<Promise, PromiseCommand, PromiseEvent, PromiseView> Promises = Promise.Type;
    static readonly AggregateType<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView> Disclosures = Disclosure.Type;

    static readonly Gen<DateOnly> Day = Gen.Int[0, 60].Select(n => new DateOnly(2026, 3, 1).AddDays(n));

    static readonly Gen<PromiseEvent[]> PromiseLife =
        from made in Gen.Select(Day, Gen.Int[1, 9], (due, issue) => new Made("2026-01", issue, "c-002", "修路", "…", Due(due), due, "c-001", due, "hearing/1"))
        from later in Gen.Select(Gen.Int[0, 4], Day).Array[0, 8]
        select Life<Promise, PromiseEvent, (int, DateOnly)>(Promise.Evolve, Promise.Initial, [made], later, (state, step) => state is Promise.Made { File.Dues.Count: var due } ? After(step.Item1, step.Item2, due) : null);

    static readonly Gen<DisclosureEvent[]> DisclosureLife =
        from kind in Gen.Bool.Select(isReport => isReport ? DisclosureKind.FinancialReport : DisclosureKind.ServiceGuide)
        from steps in Gen.Select(Gen.Int[0, 4], Gen.Enum<Channel>(), Day).Array[0, 8]
        select Life<Disclosure, DisclosureEvent, (int, Channel, DateOnly)>(
            Disclosure.Evolve, Disclosure.Initial,
            [new DisclosureEvent.Drafted(kind, null, DisclosureAudience.Public, DisclosureForm.Table, "账目", "…", null, "c-001", At(new(2026, 3, 1)))], steps, (state, step) => After(state, step));

    [Fact]
    public Task Promises_in_any_batches() => Cut(
        typeof(Promise), "promise/huimin/2026-01.", Promises.Events, PromiseLife,
        (stream, events) => events.Aggregate(Promise.Initial, Promise.Evolve) is var state ? [.. Promise.Rows(state, stream), .. Promise.DueRows(state, stream)] : []);

    [Fact]
    public Task Disclosures_in_any_batches() => Cut(
        typeof(Disclosure), "disclosure/huimin/d-", Disclosures.Events, DisclosureLife,
        (stream, events) => events.Aggregate(Disclosure.Initial, Disclosure.Evolve) is var state ? [.. Disclosure.Rows(state, stream), .. Disclosure.PublicationRows(state, stream)] : []);

    static Task Cut<TEvent>(Type aggregate, string streams, MessageCatalogue<TEvent> events, Gen<TEvent[]> life, Func<StreamId, TEvent[], IEnumerable<object>> folded) where TEvent : class
        => Gen.Select(life.Array[1, 4], Gen.Int[1, 5].Array[1, 5]).SampleAsync(async (lives, batches) =>
        {
            var model = ReadModelCatalogue.Of(aggregate)!;
            var store = await Stored(streams, events, lives);
            var commits = await store.After();
            using var live = await ReadModelDatabase.With(model, store);
            for (int at = 0, n = 0; at < commits.Count; n++)
            {
                var batch = commits.Skip(at).Take(batches[n % batches.Length]).ToList();
                await live.Apply(batch);
                at += batch.Count;
            }

            using var rebuilt = await ReadModelDatabase.With(model, store);
            await rebuilt.Apply(commits);

            live.Shown().Should().Equal(rebuilt.Shown());
            rebuilt.Shown().Should().BeEquivalentTo(lives.SelectMany((life, n) => folded(StreamId.Parse($"{streams}{n + 1}"), life)).Select(Show));
        }, iter: 100);

    static string Show(object row) => RowMapping.TableOf(row.GetType()) is var table ? RowFold.Show(table.Name, table.ColumnNames.Zip(table.Values(row))) : "";

    // Streams take turns: a batch then holds several events of each.
    static async Task<MemoryEventStore> Stored<TEvent>(string streams, MessageCatalogue<TEvent> catalogue, TEvent[][] lives) where TEvent : class
    {
        var store = new MemoryEventStore();
        for (var i = 0; i < lives.Max(l => l.Length); i++)
            for (var n = 0; n < lives.Length; n++)
                if (i < lives[n].Length) await store.Append([Happenings.Commit(catalogue, $"{streams}{n + 1}", lives[n][i])]);
        return store;
    }

    // Steps that cannot follow where a life stands are left out.
    static TEvent[] Life<TState, TEvent, TStep>(Func<TState, TEvent, TState> evolve, TState state, TEvent[] first, TStep[] steps, Func<TState, TStep, TEvent?> after) where TEvent : class
    {
        var events = first.ToList();
        state = first.Aggregate(state, evolve);
        foreach (var step in steps)
        {
            if (after(state, step) is not { } e) continue;
            state = evolve(state, e);
            events.Add(e);
        }

        return [.. events];
    }

    static PromiseEvent After(int step, DateOnly day, int due) => step switch
    {
        0 => new Reminded(due, day),
        1 => new BecameOverdue(due, day, "c-002", day),
        2 => new Extended(due + 1, Due(day), day, "…", "c-001", day, "hearing/1"),
        3 => new Fulfilled(day, true, "…", "c-001", day),
        _ => new Withdrawn("c-001", day, "…"),
    };

    static DisclosureEvent? After(Disclosure state, (int Step, Channel Channel, DateOnly Day) next) => (state, next.Step) switch
    {
        (Disclosure.Withdrawn, _) => null,
        (_, 3) => new DisclosureEvent.Corrected(Disclosure.View(state, StreamId.Parse("disclosure/huimin/d-1")).TextNumber + 1, "账目(更正)", "…", "…", "c-001", At(next.Day)),
        (_, 4) => new DisclosureEvent.Withdrawn("c-001", next.Day, "…"),
        (Disclosure.Drafted, 0) => new DisclosureEvent.Reviewed("c-002", At(next.Day), "…"),
        (Disclosure.Drafted or Disclosure.Reviewed, 1) => new DisclosureEvent.SentBack("c-003", At(next.Day), "…"),
        (Disclosure.Reviewed, _) => new DisclosureEvent.Approved("c-003", At(next.Day)),
        (Disclosure.Approved { File.Text.Number: var text }, _) =>
            new DisclosureEvent.Published(new Publication(next.Channel, At(next.Day), "…", "c-004", text, next.Channel is Channel.Web ? next.Day : null)),
        _ => null,
    };

    static DueDate Due(DateOnly day) => new(day, "cn-2026.1", false);

    static DateTimeOffset At(DateOnly day) => LocalTime.StartOf(day);
}
