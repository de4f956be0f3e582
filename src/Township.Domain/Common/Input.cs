using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Township;

/// <summary>
/// How a decider reads another aggregate; all of them are listed in <see cref="Inputs"/>. Ask in <c>Needs</c>, read in <c>Decide</c>:
/// <code>
/// public static IEnumerable&lt;InputRequest&gt; Needs(CadreCommand command, StreamId stream, Actor actor) => [Inputs.Post.Of(stream, "p-001")];
/// … Inputs.Post.Find(context.Inputs) switch { null => CommonRefusals.Unknown.With("p-001"), { Abolished: true } => … }
/// </code>
/// </summary>
/// <typeparam name="TView">The other aggregate's view.</typeparam>
public sealed class Input<TView> where TView : class
{
    readonly string _category;

    Input(string name, string category, JsonTypeInfo<TView> type) => (Name, _category, Type) = (name, category, type);

    /// <summary>Reads aggregates of a category, under that category's name.</summary>
    public Input(string category, JsonSerializerContext json)
        : this(category, category, (JsonTypeInfo<TView>)KernelJson.Options(json).GetTypeInfo(typeof(TView))) { }

    /// <summary>How deciders call it.</summary>
    public string Name { get; }

    /// <summary>How its view is read and written.</summary>
    public JsonTypeInfo<TView> Type { get; }

    /// <summary>The same kind of aggregate in another part, where a decision reads several.</summary>
    public Input<TView> As(string name) => new(name, _category, Type);

    /// <summary>The one with this id, where a decision reads several of a kind.</summary>
    public Input<TView> Named(string id) => As($"{Name}.{id}");

    /// <summary>Asks for several in the township of the stream that decides, each once; read with <see cref="Named"/>.</summary>
    public IEnumerable<InputRequest> OfAll(StreamId asking, IEnumerable<string> ids) => ids.Distinct(StringComparer.Ordinal).Select(id => Named(id).Of(asking, id));

    /// <summary>Asks for one in the township of the stream that decides.</summary>
    public InputRequest Of(StreamId asking, string id)
    {
        ArgumentNullException.ThrowIfNull(asking);
        return new(Name, new(_category, asking.Township, id));
    }

    /// <summary>The view as it was captured; null when the aggregate had no history, or was not asked for.</summary>
    public TView? Find(CapturedInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Find(Name, Type);
    }

    /// <summary>The view as it was captured; an aggregate without history shows its initial view.</summary>
    /// <exception cref="KeyNotFoundException">It was not asked for: a bug in <c>Needs</c>.</exception>
    public TView Get(CapturedInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Get(Name, Type);
    }

    /// <summary>Whether it was asked for.</summary>
    public bool WasAsked(CapturedInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Items.Any(i => i.Name == Name);
    }
}
