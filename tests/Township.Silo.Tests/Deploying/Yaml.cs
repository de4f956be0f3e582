using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Township.Silo.Tests;

/// <summary>A deployment file as it is read by those who run it: aliases and merged keys in place.</summary>
static class Yaml
{
    /// <summary>All documents of a file.</summary>
    public static List<object> Documents(string file)
    {
        using var text = File.OpenText(Path.Combine(AppContext.BaseDirectory, "deploy", file));
        var parser = new MergingParser(new Parser(text));
        var deserializer = new DeserializerBuilder().WithDuplicateKeyChecking().Build();
        parser.Consume<YamlDotNet.Core.Events.StreamStart>();
        var documents = new List<object>();
        while (parser.Accept<YamlDotNet.Core.Events.DocumentStart>(out _)) documents.Add(deserializer.Deserialize(parser)!);
        return documents;
    }

    /// <summary>What is at a path of keys and indexes; fails when there is nothing.</summary>
    public static object At(this object node, params string[] path) => path.Aggregate(node, (at, key) => at switch
    {
        IDictionary<object, object> map => map.TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"No {key} in {string.Join(", ", map.Keys)}."),
        IList<object> list => list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)],
        _ => throw new KeyNotFoundException($"No {key} in '{at}'."),
    });

    public static string Text(this object node, params string[] path) => (string)node.At(path);

    public static IEnumerable<object> Items(this object node, params string[] path) => (IList<object>)node.At(path);

    public static Dictionary<string, object> Map(this object node, params string[] path) =>
        ((IDictionary<object, object>)node.At(path)).ToDictionary(e => (string)e.Key, e => e.Value);
}
