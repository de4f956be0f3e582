using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Township;

/// <summary>Lets a silo join the configured cluster.</summary>
public static class TownshipClustering
{
    /// <summary>
    /// Joins the cluster of the configuration section <c>Township:Cluster</c>, after applying <paramref name="configure"/>: sets up
    /// membership, reminders, addresses, and how soon a dead silo is declared dead. A host with its own clustering calls only
    /// <see cref="TownshipHosting.AddTownship"/>.
    /// </summary>
    /// <param name="silo">The silo builder.</param>
    /// <param name="address">The address on which the silo listens, and under which others find it. Default 127.0.0.1.</param>
    /// <param name="siloPort">The port for other silos.</param>
    /// <param name="gatewayPort">The port for clients.</param>
    /// <param name="configure">The same action as for <see cref="TownshipHosting.AddTownship"/>.</param>
    /// <exception cref="OptionsValidationException">The configuration is not valid; the message names the setting.</exception>
    /// <exception cref="StoreOpenException">At start: the tables are missing or older; the message says what to do.</exception>
    public static ISiloBuilder UseTownshipClustering(
        this ISiloBuilder silo, IPAddress? address = null, int siloPort = EndpointOptions.DEFAULT_SILO_PORT,
        int gatewayPort = EndpointOptions.DEFAULT_GATEWAY_PORT,
        Action<TownshipOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        var options = TownshipSettings.Read(silo.Configuration, configure);
        address ??= IPAddress.Loopback;
        if (options.Cluster.Kind == ClusterKinds.AdoNet) return silo.UseAdoNet(options).ConfigureEndpoints(address, siloPort, gatewayPort);
        return IPAddress.IsLoopback(address)
            ? silo.UseLocalhostClustering(siloPort, gatewayPort)
            : throw new OptionsValidationException(TownshipOptions.Section, typeof(TownshipOptions),
                [$"Township:Cluster is '{ClusterKinds.Localhost}', which listens on 127.0.0.1 only, "
                    + $"not on {address}; use '{ClusterKinds.AdoNet}'."]);
    }

    static ISiloBuilder UseAdoNet(this ISiloBuilder silo, TownshipOptions options)
    {
        ClusterTables.Add(silo, options);
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (options.Cluster.ClusterId, options.Cluster.ServiceId));
        silo.Configure<ClusterMembershipOptions>(o => Membership(o, options.Cluster));
        silo.UseAdoNetClustering((OptionsBuilder<AdoNetClusteringSiloOptions> o) => o.Configure<IServiceProvider>((x, s) =>
            (x.Invariant, x.DataSource) = (ClusterTables.Invariant, ClusterTables.DataSource(s))));
        silo.UseAdoNetReminderService((OptionsBuilder<AdoNetReminderTableOptions> o) => o.Configure<IServiceProvider>((x, s) =>
            (x.Invariant, x.DataSource) = (ClusterTables.Invariant, ClusterTables.DataSource(s))));
        return silo;
    }

    // docs/cluster.md explains these numbers.
    static void Membership(ClusterMembershipOptions membership, ClusteringOptions cluster)
    {
        membership.ProbeTimeout = cluster.ProbeTimeout;
        membership.MaxProbeTimeout = cluster.ProbeTimeout * 4 / 3;
        membership.NumMissedProbesLimit = cluster.MissedProbes;
        membership.NumVotesForDeathDeclaration = 2;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(15);
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
    }
}
