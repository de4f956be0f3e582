namespace Township.EventSourcing;

/// <summary>Tables of texts by key: what <see cref="MemoryCheckpointStore"/> has for rows.</summary>
public sealed class MemoryTables
{
    readonly Dictionary<string, SortedDictionary<string, string>> _tables;
    readonly Dictionary<string, string> _published;

    internal MemoryTables() => (_tables, _published) = ([], []);

    internal MemoryTables(MemoryTables other)
    {
        _tables = other._tables.ToDictionary(t => t.Key, t => new SortedDictionary<string, string>(t.Value, StringComparer.Ordinal));
        _published = new(other._published);
    }

    /// <summary>The names of all tables.</summary>
    public IEnumerable<string> Names => _tables.Keys.Order(StringComparer.Ordinal);

    /// <summary>A table by its own name, or by the one that queries know.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public IDictionary<string, string> this[string table] => _tables[_published.GetValueOrDefault(table, table)];

    /// <summary>The same, answering null instead of throwing.</summary>
    public IReadOnlyDictionary<string, string>? Find(string table) => _tables.GetValueOrDefault(_published.GetValueOrDefault(table, table));

    /// <summary>Makes an empty table.</summary>
    /// <exception cref="ArgumentException">There is one already.</exception>
    public void Create(string table) => _tables.Add(table, new(StringComparer.Ordinal));

    internal void Drop(string table) => _tables.Remove(table);

    internal void Publish(string name, string? table)
    {
        if (table is null) _published.Remove(name);
        else _published[name] = table;
    }
}

/// <summary>A checkpoint store in memory, for tests and trials. Transactions run one after the other. Thread-safe.</summary>
public sealed class MemoryCheckpointStore : ICheckpointStore<MemoryTables>
{
    readonly SemaphoreSlim _one = new(1);
    volatile State _state = new(new(), []);

    sealed record State(MemoryTables Tables, SortedDictionary<string, string> Records);

    /// <summary>The tables as the last transaction left them. Only for reading.</summary>
    public MemoryTables Tables => _state.Tables;

    /// <inheritdoc />
    public Task Prepare(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<IReadOnlyList<SubscriptionRecord>> List(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<SubscriptionRecord>>([.. _state.Records.Values.Select(SubscriptionRecord.FromJson)]);

    /// <inheritdoc />
    public Task<SubscriptionRecord?> Find(string name, CancellationToken cancellationToken = default) =>
        Task.FromResult(_state.Records.TryGetValue(name, out var json) ? SubscriptionRecord.FromJson(json) : null);

    /// <inheritdoc />
    public Task<SubscriptionRecord> Change(string name, Func<SubscriptionRecord, SubscriptionRecord> change, CancellationToken cancellationToken = default) =>
        Change(name, (_, record) => Task.FromResult(change(record)), cancellationToken);

    /// <inheritdoc />
    public async Task<SubscriptionRecord> Change(
        string name, Func<MemoryTables, SubscriptionRecord, Task<SubscriptionRecord>> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        await _one.WaitAsync(cancellationToken);
        try
        {
            // On copies, so that a failure leaves nothing behind.
            var next = new State(new(_state.Tables), new(_state.Records, StringComparer.Ordinal));
            var record = await change(next.Tables, await Find(name, cancellationToken) ?? SubscriptionRecord.New(name));
            next.Records[name] = record.ToJson();
            _state = next;
            return record;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public Task Publish(MemoryTables transaction, TableNames build, TableNames? former, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(build);
        foreach (var gone in former?.Tables ?? []) transaction.Publish(gone, null);
        foreach (var table in build.Tables) transaction.Publish(table, build[table]);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task Drop(MemoryTables transaction, TableNames build, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(build);
        foreach (var table in build.Tables) transaction.Drop(build[table]);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public bool MayPass(Exception error) => error is StoreUnavailableException;

    /// <summary>Closes nothing: what is in memory lives as long as the process.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
