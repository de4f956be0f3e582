namespace Township.Silo.Tests;

/// <summary><c>sample</c>, played once on a new store. Tests may play it again there: it changes nothing.</summary>
public sealed class PlayedSample : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new();

    public string Store => _folder.Store;

    public (int ExitCode, string Output) First { get; private set; }

    public async ValueTask InitializeAsync() => First = await Play();

    public Task<(int ExitCode, string Output)> Play() => Play(_folder.Path);

    public static async Task<(int ExitCode, string Output)> Play(string folder)
    {
        await using var sample = SiloProcess.Start(folder, "sample", "--data", folder);
        var end = await sample.End();
        return (end.ExitCode, end.Output + (end.ExitCode == 0 ? "" : end.Error));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }
}

/// <summary>The tests that look at the sample: it is played once for all of them.</summary>
[CollectionDefinition(nameof(PlayedSample))]
public sealed class PlayedSampleCollection : ICollectionFixture<PlayedSample>;
