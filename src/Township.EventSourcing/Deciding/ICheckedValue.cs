namespace Township.EventSourcing;

/// <summary>A value type with invalid values, for example <c>default</c>. <see cref="CommandShape"/> checks it.</summary>
public interface ICheckedValue
{
    /// <summary>Whether the value is valid.</summary>
    bool IsValid { get; }
}
