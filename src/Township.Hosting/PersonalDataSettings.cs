namespace Township;

/// <summary>Settings of the keys of personal texts. The keys open everything that the history holds sealed. See docs/privacy.md.</summary>
public sealed class PersonalDataSettings
{
    /// <summary><c>sqlite</c>, <c>postgres</c> or <c>memory</c>. Default: the store's provider.</summary>
    public string? Provider { get; set; }

    /// <summary>
    /// For SQLite <c>Data Source=PATH</c>; default: beside the store, <c>…-keys.db</c>. For PostgreSQL an Npgsql connection string
    /// whose <c>Search Path</c> names the schema, <c>township_keys</c> without one; default: the store's database, in the store's
    /// schema name followed by <c>_keys</c>.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// How long a silo uses a key without reading the vault again. For this time, it still shows a text after another process has
    /// erased its key. Default 30 s.
    /// </summary>
    public TimeSpan KeysKept { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a silo seals with a key without confirming it with the vault, at most <see cref="KeysKept"/>: after a fail-over, the new
    /// server may have lost the key. Default 1 s.
    /// </summary>
    public TimeSpan KeysConfirmed { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The maximum number of keys in memory. Default 10,000, some 5 MB.</summary>
    public int MaxKeysKept { get; set; } = 10_000;
}
