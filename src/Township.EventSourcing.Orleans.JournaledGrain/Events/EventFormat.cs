using System.Text.Json;

namespace Township.EventSourcing;

/// <summary>How events of one kind of grain are stored. Thread-safe.</summary>
sealed class EventFormat<TEvent> where TEvent : class
{
    readonly MessageCatalogue<TEvent> _catalogue;

    public EventFormat(JsonSerializerOptions json, IEnumerable<(Type Type, string Name, int Schema)> types, IEnumerable<Upcaster> upcasters) =>
        _catalogue = new(json, types, upcasters);

    /// <summary>
    /// The event as it is stored, and as it will be read again: nothing that is applied to a state is shared with the caller.
    /// </summary>
    /// <exception cref="UnknownMessageException">Nobody said that this type is an event.</exception>
    /// <exception cref="MessageFormatException">JSON does not keep all of it.</exception>
    public (StoredMessage Stored, TEvent Read) Write(TEvent e)
    {
        var stored = _catalogue.Serialize(e);
        var read = _catalogue.Deserialize(stored);
        var again = _catalogue.Serialize(read);
        // A member without a setter is written and not read: the event would come back as another one, without a word.
        return again == stored ? (stored, read) : throw new MessageFormatException(stored.Name, stored.Schema, new NotSupportedException(
            $"it is written as {stored.Data} but reads back as {again.Data}; give every member a setter or a constructor parameter."));
    }

    public TEvent Read(StoredMessage stored) => _catalogue.Deserialize(stored);
}
