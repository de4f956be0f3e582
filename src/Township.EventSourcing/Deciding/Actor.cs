namespace Township.EventSourcing;

/// <summary>The acting person or system, the township in which the roles hold, and the roles.</summary>
/// <param name="Subject">The person's id within the township, for example <c>c-017</c>.</param>
/// <param name="Township">The township in which <paramref name="Roles"/> hold. A role in one township gives no right in another.</param>
/// <param name="Roles">What the person may act as, for example <c>office</c>.</param>
/// <param name="Issuer">Who vouches for the actor. Reserved for proven callers: null.</param>
/// <param name="KeyId">The key with which the identity was proven. Reserved likewise: null.</param>
/// <param name="OnBehalfOf">The person for whom the actor acts. Reserved likewise: null.</param>
public sealed record Actor(
    [Code] string Subject, [Code, Text(AllowEmpty = true)] string Township, [Code] EquatableList<string> Roles,
    string? Issuer = null, string? KeyId = null, string? OnBehalfOf = null)
{
    /// <summary>The role of the system itself, for reactions and deadlines. It may pass on sealed texts.</summary>
    public const string SystemRole = "system";

    /// <summary>An actor without identity and rights.</summary>
    public static Actor Anonymous { get; } = new("anonymous", "", []);

    /// <summary>Returns whether the actor holds the role in the township of the stream.</summary>
    public bool Is(string role, StreamId stream) =>
        string.Equals(Township, stream.Township, StringComparison.Ordinal) && Roles.Contains(role, StringComparer.Ordinal);

    /// <summary>Returns whether the actor is the person with this id in the township of the stream.</summary>
    public bool IsPerson(string subject, StreamId stream) =>
        string.Equals(Township, stream.Township, StringComparison.Ordinal) && string.Equals(Subject, subject, StringComparison.Ordinal);
}
