namespace Township.Silo.Tests;

/// <summary>
/// One cluster for the tests of faults, which run one after the other: each takes the silos that the last one left, and starts
/// what is missing.
/// </summary>
public sealed class SharedCluster : IAsyncLifetime
{
    internal SiloCluster Silos { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Silos = await SiloCluster.Create();
        Silos.Program = "Township.Testing.Silo";
    }

    public ValueTask DisposeAsync() => Silos.DisposeAsync();
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(nameof(SharedCluster))]
public sealed class SharedClusterCollection : ICollectionFixture<SharedCluster>;
