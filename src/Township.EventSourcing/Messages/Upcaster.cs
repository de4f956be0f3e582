using System.Text.Json.Nodes;

namespace Township.EventSourcing;

/// <summary>
/// Converts a stored message from one schema version to the next. Applied when reading, one step after the other; the
/// stored bytes never change.
/// </summary>
/// <param name="Name">The stored name of the event or command.</param>
/// <param name="FromSchema">The schema version that it reads; it produces the next one.</param>
/// <param name="Apply">Returns the data in the next schema version. Must be pure.</param>
public sealed record Upcaster(string Name, int FromSchema, Func<JsonObject, JsonObject> Apply);
