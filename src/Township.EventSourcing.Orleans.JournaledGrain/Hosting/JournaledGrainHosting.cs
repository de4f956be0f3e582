using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.EventSourcing;
using Orleans.Serialization;

namespace Township.EventSourcing;

/// <summary>Adds the log-consistency provider that keeps <c>JournaledGrain</c>s in the silo's event store.</summary>
public static class JournaledGrainHosting
{
    // Orleans' key of the provider for grains that name none.
    const string Default = "Default";

    /// <summary>
    /// Keeps <c>JournaledGrain</c>s with <c>[LogConsistencyProvider(ProviderName = "Township")]</c> in the store that
    /// <see cref="EventSourcingHosting.AddEventSourcing"/> (or <c>AddTownship</c>) opens. Can be called several times with different names.
    /// </summary>
    /// <exception cref="OptionsValidationException">At start: an option is not valid.</exception>
    public static ISiloBuilder AddTownshipLogConsistencyProvider(
        this ISiloBuilder silo, string name = "Township", Action<JournaledGrainOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        var services = silo.Services;
        services.AddOptions<JournaledGrainOptions>(name).Configure(options => configure?.Invoke(options))
            .Validate(o => StreamId.TryParse($"a/{o.Township}/a", out _), "Township must be a-z, 0-9 and '-', starting with a letter.")
            .Validate(o => o.MaxLostRaces >= 0, "MaxLostRaces must not be negative.")
            .ValidateOnStart();
        services.AddKeyedSingleton<ILogViewAdaptorFactory>(name, (s, _) =>
            new TownshipLogConsistencyProvider(s, s.GetRequiredService<IOptionsMonitor<JournaledGrainOptions>>().Get(name)));
        services.TryAddSingleton(s => s.GetKeyedService<ILogViewAdaptorFactory>(Default)!);
        services.TryAddSingleton<Factory<IGrainContext, ILogConsistencyProtocolServices>>(s => grain => new ProtocolServices(
            grain, s.GetRequiredService<DeepCopier>(), s.GetRequiredService<IOptions<ClusterOptions>>().Value.ClusterId,
            s.GetRequiredService<ILogger<ProtocolServices>>()));
        return silo;
    }

    /// <summary>Like <see cref="AddTownshipLogConsistencyProvider"/>, for <c>JournaledGrain</c>s that name no provider.</summary>
    public static ISiloBuilder AddTownshipLogConsistencyProviderAsDefault(
        this ISiloBuilder silo, Action<JournaledGrainOptions>? configure = null) =>
        silo.AddTownshipLogConsistencyProvider(Default, configure);
}
