using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Township.Silo;

/// <summary>Builds the host: Orleans, Township, health endpoints. On 127.0.0.1 only.</summary>
static partial class SiloHost
{
    public static async Task<int> Run(string[] settings, CancellationToken cancellation)
    {
        await using var app = Build(settings);
        await Start(app, cancellation);
        LogReady(Log(app), Ports.From(app.Configuration).Gateway, string.Join(' ', app.Urls));
        await app.WaitForShutdownAsync(cancellation);
        return ExitCodes.Fine;
    }

    /// <summary>Starts the host, or stops again what did start, so that nothing complains about being cut off.</summary>
    public static async Task Start(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch
        {
            await StopWhatRuns(app);
            throw;
        }
    }

    static async Task StopWhatRuns(WebApplication app)
    {
        try
        {
            await app.StopAsync();
        }
        catch (Exception e)
        {
            // A host that never ran cannot always be stopped. Why it never ran is what is told.
            LogNotStopped(Log(app), e);
        }
    }

    public static WebApplication Build(string[] settings, Action<TownshipOptions>? configure = null)
    {
        // The settings file stands beside the program; data stands where the user is.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        HealthUrls.Check(builder.Configuration);
        builder.Host.UseOrleans(silo =>
        {
            var ports = Ports.From(silo.Configuration);
            silo.UseLocalhostClustering(ports.Silo, ports.Gateway).AddActivityPropagation().AddTownship(configure);
        });
        // These log the stack trace of whatever stops the start; Errors says it in one line instead.
        builder.Logging
            .AddFilter("Orleans.Runtime.SiloLifecycleSubject", LogLevel.None)
            .AddFilter("Orleans.Runtime.Silo", LogLevel.None)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        var app = builder.Build();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        return app;
    }

    static ILogger Log(WebApplication app) => app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Township.Silo");

    [LoggerMessage(LogLevel.Debug, "The host did not start, and could not be stopped either.")]
    static partial void LogNotStopped(ILogger log, Exception e);

    [LoggerMessage(LogLevel.Information, "Township is ready: gateway 127.0.0.1:{Gateway}, health {Urls}/health/ready. Ctrl-C stops it.")]
    static partial void LogReady(ILogger log, int gateway, string urls);
}
