namespace Township.EventSourcing;

/// <summary>An event or command as it is stored.</summary>
/// <param name="Name">The stable name.</param>
/// <param name="Schema">The schema version of <paramref name="Data"/>.</param>
/// <param name="Data">The payload, byte for byte.</param>
public sealed record StoredMessage(string Name, int Schema, JsonBytes Data);
