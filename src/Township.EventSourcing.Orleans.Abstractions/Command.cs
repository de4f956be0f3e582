namespace Township.EventSourcing;

/// <summary>The base of all commands that are sent to grains.</summary>
[GenerateSerializer, Alias("township.command")]
public abstract record Command : ICommand
{
    /// <inheritdoc />
    [Id(0)]
    public Guid CommandId { get; init; } = Guid.CreateVersion7();
}
