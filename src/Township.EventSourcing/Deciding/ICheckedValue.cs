namespace Township.EventSourcing;

/// <summary>A value that can be made wrong, for example by <c>default</c>, and knows it. <see cref="CommandShape"/> asks.</summary>
public interface ICheckedValue
{
    /// <summary>Whether it is one of the values that the type is for.</summary>
    bool IsValid { get; }
}
