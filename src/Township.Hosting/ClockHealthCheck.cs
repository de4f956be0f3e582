using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Township;

/// <summary>Not ready while the silo's clock and the database server's differ too much: it takes no commands then.</summary>
sealed class ClockHealthCheck(Func<SessionServices> services) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var guard = services().Environment.Guard;
            guard.Now();
            return Task.FromResult(HealthCheckResult.Healthy($"{guard}"));
        }
        catch (Exception e) when (e is ClockDiffersException or InvalidOperationException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(e.Message, e));
        }
    }
}
