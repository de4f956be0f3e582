namespace Township.EventSourcing;

/// <summary>Captures inputs by asking the other aggregate's grain: its grain id is its stream name.</summary>
sealed class GrainInputReader(IGrainFactory grains) : IInputReader
{
    public async Task<CapturedInput> Capture(InputRequest request, CancellationToken cancellationToken = default)
    {
        var source = grains.GetGrain<IInputSource>(GrainId.Create(request.Stream.Category, request.Stream.Key));
        var view = await source.Capture(cancellationToken);
        return new(request.Name, request.Stream, view.Version, new(view.Data));
    }
}
