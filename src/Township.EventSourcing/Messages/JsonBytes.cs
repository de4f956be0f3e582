using System.Text;

namespace Township.EventSourcing;

/// <summary>UTF-8 JSON, kept byte for byte as written, because the hash chain covers exactly these bytes.</summary>
/// <param name="Memory">The bytes.</param>
public readonly record struct JsonBytes(ReadOnlyMemory<byte> Memory)
{
    /// <summary>The bytes as a span.</summary>
    public ReadOnlySpan<byte> Span => Memory.Span;

    /// <summary>The length in bytes.</summary>
    public int Length => Memory.Length;

    /// <summary>Encodes a JSON text.</summary>
    public static JsonBytes From(string json) => new(Encoding.UTF8.GetBytes(json));

    /// <summary>Compares the bytes.</summary>
    public bool Equals(JsonBytes other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <summary>The JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Span);
}
