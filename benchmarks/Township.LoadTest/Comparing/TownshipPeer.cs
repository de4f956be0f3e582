using System.Reflection;
using Township.LoadTest.Ledgers;
using Township.LoadTest.Work;

namespace Township.LoadTest.Comparing;

/// <summary>What <c>append --store postgres</c> loads: a silo as <c>AddTownship</c> builds it, with everything on.</summary>
sealed class TownshipPeer : IPeer
{
    readonly LoadedSilo _silo;

    TownshipPeer(LoadedSilo silo) => _silo = silo;

    public static string OwnVersion { get; } =
        $"Township {typeof(TownshipHosting).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}";

    public string Version => OwnVersion;

    public static async Task<TownshipPeer> Start(WorkOrder work) => new(await LoadedSilo.Start(StoreProviders.Postgres, work.ConnectionString));

    public IPeerLedger[] Ledgers(string prefix, int count) => LedgerReference.Of(_silo.Grains, prefix, count);

    public ValueTask DisposeAsync() => _silo.DisposeAsync();
}
