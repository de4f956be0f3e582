using System.Globalization;
using System.Text.RegularExpressions;
using k8s;
using k8s.Models;
using Microsoft.AspNetCore.Routing;

namespace Township.Silo.Tests;

/// <summary>The files in <c>silo/deploy</c> cannot run here; what they say to silos is held against silos.</summary>
public sealed partial class DeployTests
{
    const string Connection = "Host=db;Database=d;Username=u";

    static readonly List<object> Kubernetes = Yaml.Documents("kubernetes.yaml");
    static readonly object Compose = Yaml.Documents("compose.yaml").Single();
    static readonly string Dockerfile = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "deploy", "Dockerfile"));

    static object Deployment => Kubernetes.Single(d => d.Text("kind") == "Deployment");

    static object SiloContainer => Deployment.At("spec", "template", "spec", "containers", "0");

    static object MigrateContainer => Kubernetes.Single(d => d.Text("kind") == "Job").At("spec", "template", "spec", "containers", "0");

    [Fact]
    public void The_manifest_is_what_Kubernetes_takes()
    {
        var manifest = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "deploy", "kubernetes.yaml"));
        List<object> Read(string text) => KubernetesYaml.LoadAllFromString(text, null, strict: true);
        Read(manifest).Select(o => o.GetType()).Should().Equal(typeof(V1Job), typeof(V1Deployment), typeof(V1Service), typeof(V1PodDisruptionBudget), typeof(V1NetworkPolicy));
        // That it is looked at closely.
        FluentActions.Invoking(() => Read(manifest.Replace("containerPort:", "containrPort:", StringComparison.Ordinal))).Should().Throw<YamlDotNet.Core.YamlException>();
    }

    [Fact]
    public async Task Every_setting_is_one_that_silos_know()
    {
        foreach (var service in (string[])["silo-1", "silo-2"])
        {
            var environment = Compose.Map("services", service, "environment").ToDictionary(e => e.Key, e => (string)e.Value);
            environment["Silo__Address"].Should().Be(Compose.Text("services", service, "hostname"), "others find the container under its name");
            await IsSilo(environment);
        }

        await IsSilo(Environment(SiloContainer));
        SiloContainer.Items("env").Single(e => e.Text("name") == "Silo__Address").Text("valueFrom", "fieldRef", "fieldPath").Should().Be("status.podIP");
    }

    [Fact]
    public void Migration_runs_as_the_owner_before_the_silos_and_grants_their_role()
    {
        foreach (var arguments in (IEnumerable<object>[])[Compose.Items("services", "migrate", "command"), MigrateContainer.Items("args")])
            arguments.Should().Equal("migrate", "--silo", "township_silo");
        MigrateCommand.Create().Options.Should().Contain(o => o.Name == "--silo");

        foreach (var service in (string[])["silo-1", "silo-2"])
            Compose.Text("services", service, "depends_on", "migrate", "condition").Should().Be("service_completed_successfully");
        Compose.Text("services", "silo-1", "environment", "Township__Store__ConnectionString").Should().Contain("Username=township_silo;");
        Compose.Text("services", "migrate", "environment", "Township__Store__ConnectionString").Should().Contain($"Username={Compose.Text("services", "postgres", "environment", "POSTGRES_USER")};");
        SecretOf(MigrateContainer).Should().Be(("township-postgres", "owner"));
        SecretOf(SiloContainer).Should().Be(("township-postgres", "silo"));
        // The same settings, but for who connects.
        Environment(MigrateContainer).Should().BeSubsetOf(Environment(SiloContainer));
    }

    [Fact]
    public void Ports_are_those_on_which_a_silo_listens()
    {
        var named = SiloContainer.Items("ports").ToDictionary(p => p.Text("name"), p => p.Text("containerPort"));
        var defaults = Ports.From(SiloHost.Configuration([]));
        var health = new Uri(Environment(SiloContainer)["Urls"].Replace("*", "any", StringComparison.Ordinal)).Port;
        named.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["silo"] = $"{defaults.Silo}",
            ["gateway"] = $"{defaults.Gateway}",
            ["health"] = health.ToString(CultureInfo.InvariantCulture),
        });
        Kubernetes.Single(d => d.Text("kind") == "Service").Text("spec", "ports", "0", "port").Should().Be(named["gateway"]);
        Dockerfile.Should().Contain($"EXPOSE {named["silo"]} {named["gateway"]} {named["health"]}\n");
        string.Join(' ', Compose.Items("services", "silo-1", "healthcheck", "test")).Should().Contain($"/dev/tcp/127.0.0.1/{named["health"]}");
        Compose.Text("services", "silo-1", "environment", "Urls").Should().Be(Environment(SiloContainer)["Urls"]);
    }

    [Fact]
    public async Task Probes_ask_what_a_silo_answers()
    {
        await using var app = SiloHost.Build(["--Township:Store:Provider=memory"]);
        var paths = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText);
        var probes = ((string[])["startupProbe", "livenessProbe", "readinessProbe"]).Select(p => SiloContainer.At(p, "httpGet")).ToList();
        probes.Select(p => p.Text("port")).Should().AllBe("health");
        probes.Select(p => p.Text("path")).Append(HealthPath().Match(string.Join(' ', Compose.Items("services", "silo-1", "healthcheck", "test"))).Value).Should().BeSubsetOf(paths);
    }

    [Fact]
    public void Silos_get_the_time_to_finish_and_parts_find_each_other()
    {
        int.Parse(Deployment.Text("spec", "template", "spec", "terminationGracePeriodSeconds"), CultureInfo.InvariantCulture).Should().BeGreaterThan(30, "that is the host's limit");
        Compose.Text("services", "silo-1", "stop_grace_period").Should().Be("45s");

        var label = Deployment.Map("spec", "template", "metadata", "labels");
        foreach (var selector in (object[])[Deployment.At("spec", "selector", "matchLabels"), Kubernetes.Single(d => d.Text("kind") == "Service").At("spec", "selector"),
            Kubernetes.Single(d => d.Text("kind") == "PodDisruptionBudget").At("spec", "selector", "matchLabels"), Kubernetes.Single(d => d.Text("kind") == "NetworkPolicy").At("spec", "podSelector", "matchLabels")])
            selector.Map().Should().Equal(label);
        Dockerfile.Should().Contain($"ENTRYPOINT [\"./{typeof(SiloHost).Assembly.GetName().Name}\"]");
    }

    // Unknown settings are refused.
    static async Task IsSilo(Dictionary<string, string> environment)
    {
        environment["Township__Cluster"].Should().Be(ClusterKinds.AdoNet);
        await using var app = SiloHost.Build([.. environment.Where(e => e.Key != "Silo__Address").Select(e => $"--{e.Key.Replace("__", ":", StringComparison.Ordinal)}={e.Value}")]);
        environment.Keys.Should().OnlyContain(key => key == "Urls" || key.StartsWith("Silo__", StringComparison.Ordinal) || key.StartsWith("Township__", StringComparison.Ordinal));
    }

    static Dictionary<string, string> Environment(object container) => container.Items("env").ToDictionary(e => e.Text("name"), e => e.Map().TryGetValue("value", out var value) ? (string)value : Connection);

    static (string Name, string Key) SecretOf(object container)
    {
        var secret = container.Items("env").Single(e => e.Text("name") == "Township__Store__ConnectionString").At("valueFrom", "secretKeyRef");
        return (secret.Text("name"), secret.Text("key"));
    }

    [GeneratedRegex("/health/[a-z]+")]
    private static partial Regex HealthPath();
}
