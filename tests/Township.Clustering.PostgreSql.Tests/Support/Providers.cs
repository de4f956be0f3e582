using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Serialization.Configuration;
using Orleans.Storage;

namespace Township.Clustering.PostgreSql.Tests;

/// <summary>Orleans' providers as a silo and a client get them, on a database, without the silo around them.</summary>
sealed class Providers : IAsyncDisposable
{
    const string Storage = "storage", Client = "client";

    readonly IHost _silo, _client;

    Providers(IHost silo, IHost client) => (_silo, _client) = (silo, client);

    public IMembershipTable Membership => _silo.Services.GetRequiredService<IMembershipTable>();

    public IReminderTable Reminders => _silo.Services.GetRequiredService<IReminderTable>();

    public IGrainStorage Grains => _silo.Services.GetRequiredKeyedService<IGrainStorage>(Storage);

    public IGatewayListProvider Gateways => _client.Services.GetRequiredService<IGatewayListProvider>();

    public static async Task<Providers> Create(string connectionString, bool deleteOnClear = false, string cluster = "c-1")
    {
        var silo = new HostBuilder().UseOrleans(s =>
        {
            s.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (cluster, "s-1"));
            s.Services.Configure<TypeManifestOptions>(o => o.AddAllowedAssembly(typeof(Providers).Assembly));
            s.UseAdoNetClustering(o => (o.Invariant, o.DataSource) = ("Npgsql", ClusterDatabase.DataSource(connectionString)));
            s.UseAdoNetReminderService(o => (o.Invariant, o.DataSource) = ("Npgsql", ClusterDatabase.DataSource(connectionString)));
            s.AddAdoNetGrainStorage(Storage, o => (o.Invariant, o.DataSource, o.DeleteStateOnClear) = ("Npgsql", ClusterDatabase.DataSource(connectionString), deleteOnClear));
        }).Build();
        var client = new HostBuilder().UseOrleansClient(c =>
        {
            c.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (cluster, "s-1"));
            c.UseAdoNetClustering(o => (o.Invariant, o.DataSource) = ("Npgsql", ClusterDatabase.DataSource(connectionString)));
        }).Build();
        var providers = new Providers(silo, client);
        await providers.Membership.InitializeMembershipTableAsync(true);
        await providers.Gateways.InitializeGatewayListProvider();
        await providers.Reminders.StartAsync();
        var lifecycle = new SiloLifecycle();
        ((ILifecycleParticipant<ISiloLifecycle>)providers.Grains).Participate(lifecycle);
        await lifecycle.Start();
        return providers;
    }

    public static MembershipEntry Silo(int port, SiloStatus status, DateTime? at = null) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, port, 7),
        SiloName = $"silo-{port}",
        HostName = "host",
        Status = status,
        ProxyPort = port + 1000,
        StartTime = at ?? new DateTime(2026, 11, 24, 1, 2, 3, DateTimeKind.Utc),
        IAmAliveTime = at ?? new DateTime(2026, 11, 24, 1, 2, 3, DateTimeKind.Utc),
    };

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_silo).DisposeAsync();
        await ((IAsyncDisposable)_client).DisposeAsync();
    }

    // Grain storage reads its queries when the silo comes to its stage.
    sealed class SiloLifecycle : ISiloLifecycle
    {
        readonly List<ILifecycleObserver> _observers = [];

        public int HighestCompletedStage => 0;

        public int LowestStoppedStage => 0;

        public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
        {
            _observers.Add(observer);
            return new MemoryStream();
        }

        public async Task Start()
        {
            foreach (var observer in _observers) await observer.OnStart(default);
        }
    }
}
