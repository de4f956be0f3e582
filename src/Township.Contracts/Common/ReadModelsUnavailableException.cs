namespace Township;

/// <summary>Why there is nothing that a query could read.</summary>
public enum ReadModelsUnavailable
{
    /// <summary>The silos keep no read models: <c>Township:ReadModels:Enabled</c>, or a store in memory.</summary>
    SwitchedOff,

    /// <summary>The view is being made for the first time. Ask again later.</summary>
    NotBuiltYet,

    /// <summary>The database of the read models cannot be reached. Ask again later.</summary>
    Unreachable,
}

/// <summary>A query found no read models. Commands are not affected.</summary>
[GenerateSerializer, Alias("township.read-models-unavailable")]
public sealed class ReadModelsUnavailableException : Exception
{
    /// <summary>No read models for a query.</summary>
    public ReadModelsUnavailableException(ReadModelsUnavailable reason, string message) : base(message) => Reason = reason;

    /// <summary>Why.</summary>
    [Id(0)]
    public ReadModelsUnavailable Reason { get; private set; }

    /// <summary>Whether asking again later can help.</summary>
    public bool MayRetry => Reason is not ReadModelsUnavailable.SwitchedOff;
}
