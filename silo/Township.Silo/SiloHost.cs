using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Township.Silo;

/// <summary>Builds the host: Orleans, Township, health endpoints. On 127.0.0.1 unless the settings say otherwise.</summary>
static partial class SiloHost
{
    /// <param name="settings">As on the command line.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="more">What else runs on the silo.</param>
    public static async Task<int> Run(string[] settings, CancellationToken cancellation, Action<ISiloBuilder>? more = null)
    {
        await using var app = Build(settings, more: more);
        await Start(app, cancellation);
        var (address, _, gateway) = Ports.From(app.Configuration);
        LogReady(Log(app), new(address, gateway), string.Join(' ', app.Urls), app.Services.GetRequiredService<SessionServices>().Environment.Guard);
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

    public static WebApplication Build(string[] settings, Action<TownshipOptions>? configure = null, Action<ISiloBuilder>? more = null)
    {
        var builder = Builder(settings);
        HealthUrls.Check(builder.Configuration);
        builder.Host.UseOrleans(silo =>
        {
            var ports = Ports.From(silo.Configuration);
            silo.UseTownshipClustering(ports.Address, ports.Silo, ports.Gateway, configure).AddActivityPropagation().AddTownship(configure);
            more?.Invoke(silo);
        });
        builder.Services.AddSingleton<Drain>().AddHostedService(s => s.GetRequiredService<Drain>())
            .AddHealthChecks().AddCheck<Drain>("draining", tags: ["ready"]);
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

    /// <summary>The settings of a silo, without one.</summary>
    public static IConfiguration Configuration(string[] settings) => Builder(settings).Configuration;

    /// <summary>What is left of a command line must be settings.</summary>
    /// <exception cref="FormatException">Something is none.</exception>
    public static string[] Settings(IReadOnlyList<string> tokens) =>
        tokens is [var first, ..] && !first.StartsWith('-') && !first.Contains('=')
            ? throw new FormatException($"'{first}' is neither a command nor a setting; see --help.")
            : [.. tokens];

    // The settings file stands beside the program; data stands where the user is.
    static WebApplicationBuilder Builder(string[] settings) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });

    static ILogger Log(WebApplication app) => app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Township.Silo");

    [LoggerMessage(LogLevel.Debug, "The host did not start, and could not be stopped either.")]
    static partial void LogNotStopped(ILogger log, Exception e);

    [LoggerMessage(LogLevel.Information, "Township is ready: gateway {Gateway}, health {Urls}/health/ready, clock {Clock}. Ctrl-C stops it.")]
    static partial void LogReady(ILogger log, System.Net.IPEndPoint gateway, string urls, ClockGuard clock);
}
