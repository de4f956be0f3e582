using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Township.EventSourcing;

/// <summary>
/// An immutable list with value equality: two lists are equal when their elements are equal, in order. A record that holds one keeps its
/// value equality, which it would lose with an array or a List.
/// </summary>
/// <typeparam name="T">The element type; its own equality is used.</typeparam>
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Create))]
[JsonConverter(typeof(EquatableListJsonConverterFactory))]
public sealed class EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    readonly Room _room;

    internal EquatableList(T[] items) : this(new(items, items.Length), items.Length) { }

    EquatableList(Room room, int count) => (_room, Count) = (room, count);

    /// <summary>The empty list.</summary>
    public static EquatableList<T> Empty { get; } = new([]);

    /// <summary>The number of elements.</summary>
    public int Count { get; }

    /// <summary>The element at a position, from 0.</summary>
    public T this[int index] => AsSpan()[index];

    /// <summary>
    /// Returns a new list with one more element at the end. Most calls copy nothing, however long the list is, because a state is
    /// folded from thousands of events.
    /// </summary>
    public EquatableList<T> Add(T item)
    {
        var room = _room.TryTake(Count) ? _room : _room.Grown(Count);
        room.Items[Count] = item;
        return new(room, Count + 1);
    }

    /// <summary>Returns a new list in which every element that matches <paramref name="which"/> is replaced.</summary>
    public EquatableList<T> Replace(Func<T, bool> which, Func<T, T> with)
    {
        var items = AsSpan().ToArray();
        foreach (ref var item in items.AsSpan())
            if (which(item)) item = with(item);
        return new(items);
    }

    /// <summary>The elements as a span.</summary>
    public ReadOnlySpan<T> AsSpan() => _room.Items.AsSpan(0, Count);

    /// <inheritdoc />
    public bool Equals(EquatableList<T>? other) => other is not null && AsSpan().SequenceEqual(other.AsSpan());

    /// <summary>Returns whether both lists hold equal elements in the same order.</summary>
    public static bool operator ==(EquatableList<T>? left, EquatableList<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Returns whether the lists differ in an element or in the order.</summary>
    public static bool operator !=(EquatableList<T>? left, EquatableList<T>? right) => !(left == right);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in AsSpan()) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)new ArraySegment<T>(_room.Items, 0, Count)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The elements, for messages of tests and logs.</summary>
    public override string ToString() => $"[{string.Join(", ", this)}]";

    // Lists with a common beginning share one array. The free space behind it belongs to the first list that an element is added to.
    sealed class Room(T[] items, int taken)
    {
        int _taken = taken;

        public T[] Items { get; } = items;

        public bool TryTake(int index) => index < Items.Length && Interlocked.CompareExchange(ref _taken, index + 1, index) == index;

        public Room Grown(int count)
        {
            var grown = new T[Math.Max(4, 2 * count)];
            Items.AsSpan(0, count).CopyTo(grown);
            return new(grown, count + 1);
        }
    }
}

/// <summary>Creates <see cref="EquatableList{T}"/> instances; collection expressions use it.</summary>
public static class EquatableList
{
    /// <summary>A list of these elements.</summary>
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> items) => Of(items.ToArray());

    // Takes ownership of the array; the caller must not keep it.
    internal static EquatableList<T> Of<T>(T[] items) => items.Length == 0 ? EquatableList<T>.Empty : new(items);

    /// <summary>A list of these elements.</summary>
    public static EquatableList<T> ToEquatableList<T>(this IEnumerable<T> items) => Of<T>([.. items]);
}
