using Microsoft.Extensions.Diagnostics.HealthChecks;
using OrleansSilo = Orleans.Runtime.Silo;

namespace Township.Silo;

/// <summary>
/// Stops the silo before anything else stops: hosted services stop in the reverse order of their start, and the web server,
/// which started last, would take the health endpoints away while commands are still finishing. So probes are told
/// at once that this silo is not ready any more, and that it lives.
/// </summary>
sealed class Drain(IServiceProvider services) : IHostedLifecycleService, IHealthCheck
{
    volatile bool _started, _draining;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_draining ? HealthCheckResult.Unhealthy("The silo is stopping.") : HealthCheckResult.Healthy());

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started = true;
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _draining = true;
        return _started ? services.GetRequiredService<OrleansSilo>().StopAsync(cancellationToken) : Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
