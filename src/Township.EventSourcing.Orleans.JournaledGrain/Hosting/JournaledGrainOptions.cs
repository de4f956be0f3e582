using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>
/// How a provider keeps the events of <c>JournaledGrain</c>s. Part of the storage format: settle it before the first event is stored.
/// </summary>
public sealed class JournaledGrainOptions
{
    /// <summary>
    /// The township of grains whose key is not <c>township/id</c>. Never change it: it is part of the streams'
    /// names. Default <c>default</c>.
    /// </summary>
    public string Township { get; set; } = "default";

    /// <summary>The stored names of events, where attributes and defaults are not enough, and upcasters.</summary>
    public JournaledEvents Events { get; } = new();

    /// <summary>
    /// How events become JSON. Default: <see cref="KernelJson.Options"/> over reflection, with public fields:
    /// camelCase, enums as names; unknown, missing and wrongly null members are errors when reading.
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
