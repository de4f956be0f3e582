using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;

namespace Township.EventSourcing;

/// <summary>
/// Computes a version of the code that folds events. A fold runs the code of its aggregate, of the types in state and events, of this
/// kernel, and of whatever these call: all of it is in assemblies that theirs reference, directly or indirectly.
/// </summary>
static class FoldCode
{
    /// <summary>
    /// Returns a hash over the module version ids of the assemblies of these types and of all assemblies that they reference. It changes
    /// with any change of their code. Assemblies of the runtime are excluded, because they stay compatible from patch to patch.
    /// </summary>
    public static string VersionOf(params ReadOnlySpan<Type> types)
    {
        var modules = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Assembly>();
        var found = new Stack<Assembly>();
        foreach (var type in types) Find(type, found);
        while (found.TryPop(out var assembly))
        {
            if (!seen.Add(assembly)) continue;
            modules.Add($"{assembly.FullName} {assembly.ManifestModule.ModuleVersionId:N}");
            foreach (var reference in assembly.GetReferencedAssemblies().Where(r => !IsOfRuntime(r)))
            {
                if (Load(reference, assembly) is { } referred) found.Push(referred);
                else modules.Add($"{reference.FullName} missing");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', modules))).AsSpan(0, 16));
    }

    static void Find(Type type, Stack<Assembly> found)
    {
        found.Push(type.Assembly);
        foreach (var argument in type.GetGenericArguments()) Find(argument, found);
    }

    // Resolves the reference as the assembly itself would. An assembly that cannot be loaded runs no code.
    static Assembly? Load(AssemblyName reference, Assembly assembly)
    {
        try
        {
            return (AssemblyLoadContext.GetLoadContext(assembly) ?? AssemblyLoadContext.Default).LoadFromAssemblyName(reference);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            return null;
        }
    }

    static bool IsOfRuntime(AssemblyName reference) => reference.Name is { } name
        && (name is "System" or "mscorlib" or "netstandard"
            || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));
}
