namespace Township.EventSourcing;

/// <summary>An imperative request to one aggregate.</summary>
public interface ICommand
{
    /// <summary>
    /// Names this request for ever: sent again to the same stream, the same id gives the original outcome and writes nothing.
    /// The same id with other content is refused.
    /// </summary>
    Guid CommandId { get; }
}
