using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Township;

/// <summary>Degraded while a subscription is stopped: commands still work, but an operator must examine it.</summary>
sealed class SubscriptionsHealthCheck(ICheckpointStore checkpoints) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await checkpoints.Prepare(cancellationToken);
            var records = await checkpoints.List(cancellationToken);
            string[] stopped = [.. records.SelectMany(r => r.Builds.Select(b => b.Failure).OfType<SubscriptionFailure>()
                .Select(f => $"{r.Name} stopped before {f.Position} ({f.Stream}): {f.Reason}"))];
            return stopped is [] ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", stopped));
        }
        catch (Exception e) when (e is EventStoreException or ObjectDisposedException)
        {
            return HealthCheckResult.Degraded(e.Message, e);
        }
    }
}
