using System.Runtime.CompilerServices;

namespace Township;

/// <summary>The repository on disk, found from where this file was compiled.</summary>
static class SourceTree
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> Folders(params string[] parts) =>
        Directory.EnumerateDirectories(Path.Combine([Root, .. parts]))
            .Select(d => Path.GetFileName(d)!).Where(d => d is not ("bin" or "obj" or "Common")).Order(StringComparer.Ordinal);

    static string Find([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Orleans.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("No Orleans.sln above the tests.");
        return folder.FullName;
    }
}
