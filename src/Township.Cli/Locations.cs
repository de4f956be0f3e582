namespace Township.Cli;

/// <summary>How users name a database: its kind, a colon, and a path or a connection string.</summary>
static class Locations
{
    public const string Sqlite = "sqlite", Postgres = "postgres", Kinds = "sqlite:PATH|postgres:CONNECTION";

    /// <summary>Returns kind and location; null if nothing is named.</summary>
    /// <param name="named">What the user wrote.</param>
    /// <param name="invalid">Makes the failure for another kind, which it is given: the whole text may hold a password.</param>
    /// <exception cref="UsageException">The kind is unknown, or the location is missing.</exception>
    public static (string Kind, string Location)? Find(string? named, Func<string, UsageException> invalid) =>
        string.IsNullOrWhiteSpace(named) ? null
        : named.Split(':', 2) is [Sqlite or Postgres, { Length: > 0 }] parts ? (parts[0], parts[1])
        : throw invalid(named.Split(':', 2)[0]);
}
