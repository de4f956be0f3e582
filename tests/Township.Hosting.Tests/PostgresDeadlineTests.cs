using Township.Testing.Postgres;

namespace Township;

/// <summary>On PostgreSQL, where several silos share the work.</summary>
public sealed class PostgresDeadlineTests : DeadlineTests, IAsyncLifetime
{
    PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await PostgresDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task When_the_silo_dies_that_sends_them_another_one_goes_on_and_each_rings_once()
    {
        await using var township = await Hosted(TimeProvider.System, silos: 2);
        var soon = DateTimeOffset.UtcNow.AddSeconds(3);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Set(township, $"a-{n}", [.. Enumerable.Range(0, 5).Select(i => soon.AddMilliseconds((i * 200) + (n * 5)))])));
        await Rung(township, 50);
        await township.Kill(await Owner(township));
        (await Rung(township, 200)).Should().HaveCount(200);
    }

    static async Task<Orleans.TestingHost.InProcessSiloHandle> Owner(HostedTownship township)
    {
        var key = $"{DeadlineProjection.Table}@1";
        var address = await township.Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(township.Grains.GetGrain(GrainId.Create("township-subscription", key)));
        return township.Silos.Single(s => s.SiloAddress.Equals(address));
    }

    protected override void Configure(TownshipOptions options)
    {
        options.Store.Provider = StoreProviders.Postgres;
        options.Store.ConnectionString = _database.ConnectionString;
    }
}
