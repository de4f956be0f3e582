namespace Township.EventSourcing;

/// <summary>Asks for the view of another aggregate as an input of a decision.</summary>
/// <param name="Name">How the decider calls it, for example <c>cadre</c>.</param>
/// <param name="Stream">The aggregate's stream.</param>
public sealed record InputRequest(string Name, StreamId Stream);
