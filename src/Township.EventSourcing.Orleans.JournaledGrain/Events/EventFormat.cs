using System.Text.Json;

namespace Township.EventSourcing;

/// <summary>Converts the events of one kind of grain to and from their stored form. Thread-safe.</summary>
sealed class EventFormat<TEvent> where TEvent : class
{
    readonly MessageCatalogue<TEvent> _catalogue;

    public EventFormat(
        JsonSerializerOptions json, IEnumerable<(Type Type, string Name, int Schema)> types, IEnumerable<Upcaster> upcasters) =>
        _catalogue = new(json, types, upcasters);

    /// <summary>
    /// Returns the event as stored and as it will be read back, so that the applied event shares nothing with the caller's object.
    /// </summary>
    /// <exception cref="UnknownMessageException">The type is not a known event.</exception>
    /// <exception cref="MessageFormatException">JSON does not preserve the whole event.</exception>
    public (StoredMessage Stored, TEvent Read) Write(TEvent e)
    {
        var stored = _catalogue.Serialize(e);
        var read = _catalogue.Deserialize(stored);
        var again = _catalogue.Serialize(read);
        // A member without a setter is written and not read: without this check the event would silently come back changed.
        return again == stored ? (stored, read) : throw new MessageFormatException(stored.Name, stored.Schema, new NotSupportedException(
            $"it is written as {stored.Data} but reads back as {again.Data}; give every member a setter or a constructor parameter."));
    }

    public TEvent Read(StoredMessage stored) => _catalogue.Deserialize(stored);
}
