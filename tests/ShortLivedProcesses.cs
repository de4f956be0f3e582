using System.Runtime.CompilerServices;

namespace Township;

/// <summary>
/// How processes run that tests start, unless the environment says otherwise: they live for seconds, so that profiling code and
/// a heap for each core cost more than they save.
/// </summary>
static class ShortLivedProcesses
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        foreach (var setting in (string[])["DOTNET_TieredPGO", "DOTNET_gcServer", "DOTNET_gcConcurrent"])
            if (Environment.GetEnvironmentVariable(setting) is null) Environment.SetEnvironmentVariable(setting, "0");
    }
}
