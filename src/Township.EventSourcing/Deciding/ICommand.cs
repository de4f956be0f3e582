namespace Township.EventSourcing;

/// <summary>A request to one aggregate.</summary>
public interface ICommand
{
    /// <summary>
    /// Identifies this request for ever. Sent again to the same stream, the same id returns the original outcome and writes nothing. The
    /// same id with other content is refused.
    /// </summary>
    Guid CommandId { get; }
}
