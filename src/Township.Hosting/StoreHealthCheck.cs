using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Township;

/// <summary>Ready while the store answers reads.</summary>
sealed class StoreHealthCheck(Func<SessionServices> services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var head = await services().Store.ReadLogHead(cancellationToken);
            return HealthCheckResult.Healthy($"{head.Position} commits");
        }
        catch (Exception e) when (e is EventStoreException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy(e.Message, e);
        }
    }
}
