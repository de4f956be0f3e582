using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Township;

/// <summary>
/// Not ready while the clocks of the silo and of the database server differ too much, because the silo then accepts no commands.
/// </summary>
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
