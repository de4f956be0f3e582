using System.Reflection;

namespace Township.LoadTest.Peers;

static class Package
{
    /// <summary>The version of a package by the assembly that it brought.</summary>
    public static string VersionOf(string assembly) =>
        Assembly.Load(assembly).GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', ' ')[0].TrimEnd('.');
}
