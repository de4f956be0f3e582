using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing;

/// <summary>What was read from another aggregate before a decision, exactly as it was then.</summary>
/// <param name="Name">How the decider calls it.</param>
/// <param name="Stream">The stream that was read.</param>
/// <param name="Version">The stream's version at that time; 0 when it did not exist.</param>
/// <param name="Data">The view as JSON.</param>
public sealed record CapturedInput(string Name, StreamId Stream, long Version, JsonBytes Data)
{
    /// <summary>A view as it would have been captured; for tests and tools.</summary>
    public static CapturedInput Of<TView>(string name, StreamId stream, long version, TView view, JsonTypeInfo<TView> type) =>
        new(name, stream, version, new(JsonSerializer.SerializeToUtf8Bytes(view, KernelJson.Of(type))));
}

/// <summary>The captured inputs of one decision, by name.</summary>
public sealed record CapturedInputs(EquatableList<CapturedInput> Items)
{
    /// <summary>No inputs.</summary>
    public static CapturedInputs None { get; } = new(EquatableList<CapturedInput>.Empty);

    /// <summary>Whether the named aggregate existed when it was read.</summary>
    public bool Exists(string name) => Items.Any(i => i.Name == name && i.Version > 0);

    /// <summary>The named input as its view; <paramref name="type"/> comes from the context that knows it, for example <c>CadreJson.Default.CadreView</c>.</summary>
    /// <exception cref="JsonException">The stored view is not one of this type.</exception>
    /// <exception cref="KeyNotFoundException">The decider never asked for it: a bug in <c>Needs</c>.</exception>
    public TView Get<TView>(string name, JsonTypeInfo<TView> type)
    {
        var input = Items.FirstOrDefault(i => i.Name == name)
            ?? throw new KeyNotFoundException($"The decision asked for no input '{name}'. Add it to Needs.");
        return JsonSerializer.Deserialize(input.Data.Span, KernelJson.Of(type))
            ?? throw new JsonException($"The captured input '{name}' is null.");
    }

    /// <summary>The named input as its view, or null when the aggregate did not exist or was not asked for.</summary>
    public TView? Find<TView>(string name, JsonTypeInfo<TView> type) where TView : class =>
        Exists(name) ? Get(name, type) : null;
}
