namespace Township.Silo.Tests;

/// <summary>A folder that is gone after the test.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("township-silo-").FullName;

    public string Store => System.IO.Path.Combine(Path, "township.db");

    public string Keys => System.IO.Path.Combine(Path, "township-keys.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
