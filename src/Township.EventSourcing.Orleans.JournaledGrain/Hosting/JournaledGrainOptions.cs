using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>
/// Settings of a provider that keeps the events of <c>JournaledGrain</c>s. Part of the storage format: decide on them before
/// the first event is stored.
/// </summary>
public sealed class JournaledGrainOptions
{
    /// <summary>
    /// The township of grains whose key is not <c>township/id</c>. Never change it, because it is part of the streams'
    /// names. Default <c>default</c>.
    /// </summary>
    public string Township { get; set; } = "default";

    /// <summary>The stored names of events that need others than attributes and defaults give, and upcasters.</summary>
    public JournaledEvents Events { get; } = new();

    /// <summary>
    /// The serialisation of events. Default: <see cref="KernelJson.Options"/> over reflection, with public fields: camelCase, enums as
    /// names; unknown, missing and unexpectedly null members are errors when reading.
    /// </summary>
    public JsonSerializerOptions Json { get; set; } = Reflecting();

    /// <summary>How many times in a row a grain may lose the race against another writer before its events fail. Default 16.</summary>
    public int MaxLostRaces { get; set; } = 16;

    static JsonSerializerOptions Reflecting()
    {
        var json = KernelJson.Options(new DefaultJsonTypeInfoResolver());
        json.IncludeFields = true;
        return json;
    }
}
