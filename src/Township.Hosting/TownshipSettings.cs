using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Township;

/// <summary>Reads the configuration section <c>Township</c>.</summary>
static class TownshipSettings
{
    const string Cluster = $"{TownshipOptions.Section}:{nameof(TownshipOptions.Cluster)}";
    const string Kind = $"{Cluster}:{nameof(ClusteringOptions.Kind)}";

    /// <exception cref="OptionsValidationException">The settings are not valid.</exception>
    public static TownshipOptions Read(IConfiguration configuration, Action<TownshipOptions>? configure)
    {
        var options = new TownshipOptions();
        WithKind(configuration).GetSection(TownshipOptions.Section).Bind(options, b => b.ErrorOnUnknownConfiguration = true);
        configure?.Invoke(options);
        TownshipOptionsCheck.Validate(options);
        return options;
    }

    // Township:Cluster=adonet is a value where the options expect an object; in JSON it must be Cluster: { Kind: adonet }.
    static IConfiguration WithKind(IConfiguration configuration)
    {
        if (configuration[Cluster] is not { Length: > 0 } kind) return configuration;
        if (configuration[Kind] is { } other && other != kind)
            throw new OptionsValidationException(
                TownshipOptions.Section, typeof(TownshipOptions), [$"{Cluster} is '{kind}' and {Kind} is '{other}'; set one of them."]);
        return new ConfigurationBuilder().AddInMemoryCollection(configuration.GetSection(TownshipOptions.Section).AsEnumerable()
            .Select(setting => setting.Key == Cluster ? new(Kind, kind) : setting)).Build();
    }
}
