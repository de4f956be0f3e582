using System.Text.Json.Serialization.Metadata;

namespace Township.EventSourcing.Testing;

/// <summary>The view of another aggregate, handed to a decision that asks for it by name.</summary>
public sealed record GivenInput
{
    readonly Func<InputRequest, CapturedInput> _capture;

    GivenInput(string name, Func<InputRequest, CapturedInput> capture) => (Name, _capture) = (name, capture);

    /// <summary>How the decider calls it.</summary>
    public string Name { get; }

    /// <summary>An aggregate that exists.</summary>
    /// <param name="name">How the decider calls it.</param>
    /// <param name="view">What it shows.</param>
    /// <param name="type">The view's type, from the context that knows it, for example <c>CadreJson.Default.CadreView</c>.</param>
    /// <param name="version">Its version; 0 for one that does not exist but shows its empty view.</param>
    public static GivenInput Of<TView>(string name, TView view, JsonTypeInfo<TView> type, long version = 1) =>
        new(name, request => CapturedInput.Of(name, request.Stream, version, view, type));

    /// <summary>An aggregate that does not exist.</summary>
    public static GivenInput Missing(string name) => new(name, request => new(name, request.Stream, 0, JsonBytes.From("null")));

    internal static CapturedInputs Capture(IEnumerable<InputRequest> requests, IReadOnlyList<GivenInput> given) =>
        new(requests.Select(request => Capture(request, given)).ToEquatableList());

    internal static CapturedInput Capture(InputRequest request, IReadOnlyList<GivenInput> given) =>
        (given.LastOrDefault(i => i.Name == request.Name)
            ?? throw new SpecFailedException($"The decision needs the input '{request.Name}' of {request.Stream}, which was not given. Add .With(\"{request.Name}\", …) or .Without(\"{request.Name}\")."))
        ._capture(request);
}
