using System.Globalization;
using Polly;
using Polly.Retry;
using Outcome = Township.EventSourcing.Outcome;

namespace Township.Samples;

/// <summary>What playing came to, with all that was played before.</summary>
/// <param name="Carried">Commands that were carried out now.</param>
/// <param name="Repeated">Commands that had been carried out by an earlier run.</param>
/// <param name="Refused">Commands that the rules refused, as they must.</param>
sealed record PlayResult(int Carried, int Repeated, int Refused);

/// <summary>
/// Plays steps against grains. Steps of one moment go out side by side, those on one aggregate in their order; the next
/// moment begins when all have been answered.
/// </summary>
sealed class SamplePlayer(IGrainFactory grains, SampleClock clock)
{
    const int SideBySide = 32;

    // Sending the very same command again is always safe.
    static readonly ResiliencePipeline Retrying = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
    {
        ShouldHandle = new PredicateBuilder().Handle<AggregateFailureException>(e => e.MayRetry),
        MaxRetryAttempts = 4,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromMilliseconds(100),
    }).Build();

    int _carried, _repeated, _refused, _played;

    /// <exception cref="SampleException">A scripted did not end as it should.</exception>
    /// <param name="steps">In the order of time.</param>
    /// <param name="continues">
    /// Whether an earlier run may have played some of it. What was refused then is not asked again until this run carries something
    /// out: by what happened after it, it might be refused for another reason now, or even be carried out.
    /// </param>
    /// <param name="played">Told how many steps were played in all, now and then.</param>
    public async Task<PlayResult> Play(IReadOnlyList<ScriptedCommand> steps, bool continues, Action<int> played, CancellationToken cancellation)
    {
        var carriedBefore = _carried;
        foreach (var moment in steps.GroupBy(s => s.At))
        {
            clock.Set(moment.Key);
            var aggregates = moment.GroupBy(s => (s.CommandName.Split('.')[0], s.Id));
            await Parallel.ForEachAsync(aggregates, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation }, async (aggregate, cancel) =>
            {
                foreach (var scripted in aggregate)
                    if (scripted.Refused is null || !continues || Volatile.Read(ref _carried) > carriedBefore) Check(scripted, await Send(scripted, cancel));
            });
            played(_played += moment.Count());
        }

        return new(_carried, _repeated, _refused);
    }

    async Task<Outcome> Send(ScriptedCommand scripted, CancellationToken cancellation)
    {
        using var _ = CallerContext.Use(scripted.Actor, correlationId: scripted.At.ToString("'sample-'yyyyMMdd", CultureInfo.InvariantCulture));
        try
        {
            return await Retrying.ExecuteAsync(async cancel => await grains.Execute(scripted.Actor.Township, scripted.Id, scripted.Command, cancel), cancellation);
        }
        catch (AggregateFailureException e)
        {
            throw new SampleException($"{scripted}: {e.Message}");
        }
    }

    void Check(ScriptedCommand scripted, Outcome outcome)
    {
        switch (outcome.Kind, scripted.Refused)
        {
            case (OutcomeKind.Accepted, null):
                Interlocked.Increment(ref _carried);
                break;
            case (OutcomeKind.Repeated, null):
                Interlocked.Increment(ref _repeated);
                break;
            case (OutcomeKind.Refused, { } code) when outcome.Refusal!.Code == code:
                Interlocked.Increment(ref _refused);
                break;
            default:
                throw new SampleException($"{scripted}: expected {scripted.Refused ?? "to be carried out"}, but it was {outcome.Kind.ToString().ToLowerInvariant()} {outcome.Refusal}");
        }
    }
}
