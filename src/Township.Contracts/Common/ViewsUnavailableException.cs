namespace Township;

/// <summary>Why there is nothing that a query could read.</summary>
public enum ViewsUnavailable
{
    /// <summary>The silos keep no views: <c>Township:Views:Enabled</c>, or a store in memory.</summary>
    SwitchedOff,

    /// <summary>The view is being made for the first time. Ask again later.</summary>
    NotBuiltYet,

    /// <summary>The database of the views cannot be reached. Ask again later.</summary>
    Unreachable,
}

/// <summary>A query found no views to read. Commands are not concerned.</summary>
[GenerateSerializer, Alias("township.views-unavailable")]
public sealed class ViewsUnavailableException : Exception
{
    /// <summary>No views for a query.</summary>
    public ViewsUnavailableException(ViewsUnavailable reason, string message) : base(message) => Reason = reason;

    /// <summary>Why.</summary>
    [Id(0)]
    public ViewsUnavailable Reason { get; private set; }

    /// <summary>Whether asking again later can help.</summary>
    public bool MayRetry => Reason is not ViewsUnavailable.SwitchedOff;
}
