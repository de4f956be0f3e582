using System.Globalization;
using System.Reflection;

namespace Township.Clustering.PostgreSql;

/// <summary>
/// The migrations in the folder <c>Sql</c>: <c>VERSION.PART-name.sql</c>. The parts of a version are applied in the order of their names.
/// </summary>
static class ClusterMigrations
{
    public static SchemaHistory History { get; } = new("cluster_versions", [.. All()]);

    static IEnumerable<Func<int, string>> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
            .GroupBy(name => int.Parse(name.Split('.')[0], CultureInfo.InvariantCulture)).OrderBy(version => version.Key)
            .Select(version => string.Join('\n', version.Select(name => Read(assembly, name))))
            .Select(sql => new Func<int, string>(_ => sql));
    }

    static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
