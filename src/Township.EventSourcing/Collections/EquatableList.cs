using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Township.EventSourcing;

/// <summary>
/// An immutable list with value equality: two lists are equal when their elements are, in order.
/// Records that hold one keep the equality that records promise; with an array or a List they would lose it.
/// </summary>
/// <typeparam name="T">The element; its own equality is used.</typeparam>
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Create))]
[JsonConverter(typeof(EquatableListJsonConverterFactory))]
public sealed class EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    readonly T[] _items;

    internal EquatableList(T[] items) => _items = items;

    /// <summary>The empty list.</summary>
    public static EquatableList<T> Empty { get; } = new([]);

    /// <summary>The number of elements.</summary>
    public int Count => _items.Length;

    /// <summary>The element at a position, from 0.</summary>
    public T this[int index] => _items[index];

    /// <summary>A new list with one more element at the end.</summary>
    public EquatableList<T> Add(T item) => new([.. _items, item]);

    /// <summary>A new list in which every element that fits <paramref name="which"/> has been replaced.</summary>
    public EquatableList<T> Replace(Func<T, bool> which, Func<T, T> with) => new([.. _items.Select(i => which(i) ? with(i) : i)]);

    /// <summary>The elements as a span.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <inheritdoc />
    public bool Equals(EquatableList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <summary>The same elements in the same order.</summary>
    public static bool operator ==(EquatableList<T>? left, EquatableList<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Not the same elements in the same order.</summary>
    public static bool operator !=(EquatableList<T>? left, EquatableList<T>? right) => !(left == right);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>The elements, for messages of tests and logs.</summary>
    public override string ToString() => $"[{string.Join(", ", _items)}]";
}

/// <summary>Makes <see cref="EquatableList{T}"/>s; collection expressions use it.</summary>
public static class EquatableList
{
    /// <summary>A list of these elements.</summary>
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> items) => Of(items.ToArray());

    // Takes the array over: whoever made it must not keep it.
    internal static EquatableList<T> Of<T>(T[] items) => items.Length == 0 ? EquatableList<T>.Empty : new(items);

    /// <summary>A list of these elements.</summary>
    public static EquatableList<T> ToEquatableList<T>(this IEnumerable<T> items) => Of<T>([.. items]);
}
