using System.Diagnostics;
using HdrHistogram;
using Township.Hearings;
using Township.LoadTest.Hearings;
using Township.LoadTest.Work;
using Township.Promises;
using static Township.LoadTest.Answers;

namespace Township.LoadTest.Guards;

/// <summary>A hearing that has been held: its minutes are corrected by many clients at once while promises are made that depend on it.</summary>
sealed class PromisedHearing(IGrainFactory grains, ShiftedClock clock, int clients)
{
    const string Township = "songfan", Id = "promised", Officer = "c-002";

    static readonly Actor Clerk = new("c-010", Township, [Roles.Office]);
    static readonly Actor Leader = new("c-001", Township, [Roles.Leader]);

    readonly Minutes _minutes = new(grains, clock, Id, 20);
    readonly IHearingGrain _hearing = grains.GetGrain<IHearingGrain>($"{Township}/{Id}");

    int _corrections;

    public int Corrections => _corrections;

    /// <summary>Takes the hearing to the end of its sitting.</summary>
    public async Task End()
    {
        await _minutes.Open();
        await _minutes.End();
    }

    /// <summary>Makes and withdraws promises, one after the other of each issue, while the clients write.</summary>
    /// <returns>The making alone.</returns>
    public async Task<Sent> MakeWhileWritten(int promisesOfAnIssue)
    {
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, clients).Select(client => Task.Run(() => Correct(client, stop.Token))).ToArray();
        var (watch, turn) = (Stopwatch.StartNew(), new Lock());
        var latency = new LongHistogram(TimeSpan.FromMinutes(1).Ticks, 3);
        await Task.WhenAll(Enumerable.Range(1, Minutes.Issues).Select(issue => Task.Run(async () =>
        {
            using var _ = CallerContext.Use(Leader);
            var due = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(20);
            for (var number = 1; number <= promisesOfAnIssue; number++)
            {
                var promise = grains.GetGrain<IPromiseGrain>($"{Township}/{new PromiseId(Id, issue, number)}");
                var sent = Stopwatch.GetTimestamp();
                await Accepted(promise.Execute(new PromiseCommand.Make(Officer, due, "三十日内修好水渠", "需要采购")));
                lock (turn) latency.RecordValue(Math.Max(1, (long)Stopwatch.GetElapsedTime(sent).TotalMicroseconds));
                await Accepted(promise.Execute(new PromiseCommand.Withdraw("另行承诺")));
            }
        })));
        var made = new Sent(Minutes.Issues * promisesOfAnIssue, watch.Elapsed, latency);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        return made;
    }

    async Task Correct(int client, CancellationToken stop)
    {
        using var _ = CallerContext.Use(Clerk);
        for (var number = client; !stop.IsCancellationRequested; number++)
        {
            await Accepted(_hearing.Execute(new HearingCommand.CorrectEntry(1 + (number % Minutes.Asked), $"更正 {number}", "记录有误"), CancellationToken.None));
            Interlocked.Increment(ref _corrections);
        }
    }
}
