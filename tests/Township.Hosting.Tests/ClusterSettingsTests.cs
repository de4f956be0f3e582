using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Township;

/// <summary>What becomes of the section <c>Township:Cluster</c>.</summary>
public sealed class ClusterSettingsTests
{
    const string Database = "Host=db;Database=d;Username=silo", Store = $$$$"""{"Provider": "postgres", "ConnectionString": "{{{{Database}}}}"}""";

    [Theory]
    [InlineData($$$$"""{"Township": {"Store": {{{{Store}}}}, "Cluster": "adonet"}}""")]
    [InlineData($$$$"""{"Township": {"Store": {{{{Store}}}}, "Cluster": {"Kind": "adonet"}}}""")]
    public void Both_ways_to_name_a_cluster_set_Orleans_up_alike(string json)
    {
        using var host = Built(json, silo => silo.UseTownshipClustering(IPAddress.Parse("10.0.0.7"), 1, 2).AddTownship());
        host.Option<ClusterOptions>().Should().BeEquivalentTo(new ClusterOptions { ClusterId = "township", ServiceId = "township" });
        var endpoint = host.Option<EndpointOptions>();
        (endpoint.AdvertisedIPAddress, endpoint.SiloPort, endpoint.GatewayPort).Should().Be((IPAddress.Parse("10.0.0.7"), 1, 2));
        var clustering = host.Option<AdoNetClusteringSiloOptions>();
        clustering.Invariant.Should().Be("Npgsql");
        clustering.DataSource!.ConnectionString.Should().Contain("Search Path=township_cluster");
        host.Option<AdoNetReminderTableOptions>().DataSource.Should().BeSameAs(clustering.DataSource);
        var membership = host.Option<ClusterMembershipOptions>();
        (membership.ProbeTimeout, membership.NumMissedProbesLimit, membership.NumVotesForDeathDeclaration).Should().Be((TimeSpan.FromSeconds(1.5), 3, 2));
    }

    [Fact]
    public void Everything_about_a_cluster_can_be_set()
    {
        using var host = Built($$$$"""
            {"Township": {"Store": {"Provider": "postgres", "ConnectionString": "{{{{Database}}}};Search Path=huimin"}, "Cluster": {
                "Kind": "adonet", "ConnectionString": "Host=other;Username=o", "ClusterId": "c", "ServiceId": "s", "ProbeTimeout": "00:00:03", "MissedProbes": 2}}}
            """, silo => silo.UseTownshipClustering().AddTownship());
        host.Option<ClusterOptions>().Should().BeEquivalentTo(new ClusterOptions { ClusterId = "c", ServiceId = "s" });
        host.Option<AdoNetClusteringSiloOptions>().DataSource!.ConnectionString.Should().Contain("Host=other").And.Contain("Search Path=huimin_cluster");
        var membership = host.Option<ClusterMembershipOptions>();
        (membership.ProbeTimeout, membership.MaxProbeTimeout, membership.NumMissedProbesLimit).Should().Be((TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4), 2));
        host.Option<EndpointOptions>().AdvertisedIPAddress.Should().Be(IPAddress.Loopback);
    }

    [Fact]
    public void AddTownship_alone_leaves_clustering_to_the_host()
    {
        using var host = Built($$$$"""{"Township": {"Store": {{{{Store}}}}, "Cluster": "adonet"}}""", silo => silo.UseLocalhostClustering().AddTownship());
        host.Option<ClusterOptions>().ClusterId.Should().Be("default");
        host.Option<AdoNetClusteringSiloOptions>().DataSource.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"Township": {"Cluster": "redis"}}""", "Township:Cluster is 'redis'; use 'localhost' or 'adonet'.")]
    [InlineData("""{"Township": {"Cluster": "adonet"}}""", "Township:Cluster is 'adonet', which needs a store that silos share: set Township:Store:Provider to 'postgres', not 'sqlite'.")]
    [InlineData("""{"Township": {"Cluster": {"ConnectionString": "Data Source=geheim"}}}""", "Township:Cluster:ConnectionString *")]
    [InlineData("""{"Township": {"Cluster": {"ClusterId": " "}}}""", "Township:Cluster: ClusterId and ServiceId must not be empty.")]
    [InlineData("""{"Township": {"Cluster": {"MissedProbes": 0}}}""", "Township:Cluster: ProbeTimeout must be at least 0.1 s, MissedProbes at least 1.")]
    [InlineData($$$$"""{"Township": {"Store": {{{{Store}}}}, "Snapshots": {"ConnectionString": "Data Source=s.db"}}}""", "Township:Snapshots:ConnectionString is for SQLite; on PostgreSQL snapshots are stored where Township:Cluster:ConnectionString says.")]
    public void Settings_that_make_no_sense_are_told(string json, string message)
    {
        var build = () => Built(json, silo => silo.UseTownshipClustering().AddTownship());
        build.Should().Throw<OptionsValidationException>().WithMessage(message);
    }

    [Fact]
    public void A_cluster_that_is_named_twice_differently_is_told()
    {
        var build = () => Built("""{"Township": {"Cluster": {"Kind": "localhost"}}}""", silo => silo.AddTownship(), new() { ["Township:Cluster"] = "adonet" });
        build.Should().Throw<OptionsValidationException>().WithMessage("Township:Cluster is 'adonet' and Township:Cluster:Kind is 'localhost'; set one of them.");
    }

    [Fact]
    public void A_silo_on_its_own_listens_on_this_machine_only()
    {
        var build = () => Built("{}", silo => silo.UseTownshipClustering(IPAddress.Parse("10.0.0.7")));
        build.Should().Throw<OptionsValidationException>().WithMessage("Township:Cluster is 'localhost', which listens on 127.0.0.1 only, not on 10.0.0.7; use 'adonet'.");
    }

    static IHost Built(string json, Action<ISiloBuilder> silo, Dictionary<string, string?>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)));
        if (more is not null) builder.Configuration.AddInMemoryCollection(more);
        builder.UseOrleans(silo);
        return builder.Build();
    }
}

static class Options
{
    public static T Option<T>(this IHost host) where T : class => host.Services.GetRequiredService<IOptions<T>>().Value;
}
