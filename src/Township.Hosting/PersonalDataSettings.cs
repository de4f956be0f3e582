namespace Township;

/// <summary>The keys of texts about people: who has them can read what the history holds sealed. See docs/privacy.md.</summary>
public sealed class PersonalDataSettings
{
    /// <summary><c>sqlite</c>, <c>postgres</c> or <c>memory</c>. Default: that of the store.</summary>
    public string? Provider { get; set; }

    /// <summary>
    /// For SQLite <c>Data Source=PATH</c>; default: beside the store, <c>…-keys.db</c>. For PostgreSQL what Npgsql takes, its
    /// <c>Search Path</c> naming the schema, by default <c>township_keys</c>; default: the store's database, in the schema that is
    /// called as the store's with <c>_keys</c> behind it.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// How long a silo uses a key without asking again, and so how long after an erasure elsewhere it still shows the text. Default 30 s.
    /// </summary>
    public TimeSpan KeysKept { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a silo seals with a key without asking whether it is still there: a server that takes over may have lost it. Never longer
    /// than <see cref="KeysKept"/>. Default 1 s.
    /// </summary>
    public TimeSpan KeysConfirmed { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many keys a silo keeps at most. Default 10,000, some 5 MB.</summary>
    public int MaxKeysKept { get; set; } = 10_000;
}
