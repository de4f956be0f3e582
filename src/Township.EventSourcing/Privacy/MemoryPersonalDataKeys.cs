using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Township.EventSourcing;

/// <summary>A vault in memory: for tests and trials, beside a store in memory. Thread-safe.</summary>
/// <param name="clock">Tells when keys were made.</param>
public sealed class MemoryPersonalDataKeys(TimeProvider clock) : IPersonalDataKeys
{
    readonly Lock _lock = new();
    readonly Dictionary<DataSubject, List<Row>> _rows = [];

    sealed record Row(byte[] Secret, DateTimeOffset CreatedAt, Erasure? Erasure);

    /// <inheritdoc />
    public Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (!_rows.TryGetValue(subject, out var rows)) _rows.Add(subject, rows = []);
            if (rows is not [.., { Erasure: null }]) rows.Add(new(PersonalDataKey.NewSecret(), Micros.Truncate(clock.GetUtcNow()), null));
            return Task.FromResult(new PersonalDataKey(subject, rows.Count, rows[^1].Secret));
        }
    }

    /// <inheritdoc />
    public Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default)
    {
        lock (_lock)
            return Task.FromResult(_rows.TryGetValue(subject, out var rows) && generation >= 1 && generation <= rows.Count
                ? new PersonalDataKey(subject, generation, rows[generation - 1].Secret)
                : null);
    }

    /// <inheritdoc />
    public Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (!_rows.TryGetValue(subject, out var rows) || rows[^1].Erasure is not null) return Task.FromResult(false);
            CryptographicOperations.ZeroMemory(rows[^1].Secret);
            rows[^1] = rows[^1] with { Secret = [], Erasure = erasure };
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonalDataRecord> List(string township, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<PersonalDataRecord> records;
        lock (_lock)
            records = [.. _rows.Where(r => r.Key.Township == township).OrderBy(r => r.Key.Subject, Utf8Order.Instance)
                .SelectMany(r => r.Value.Select((row, i) => new PersonalDataRecord(r.Key, i + 1, row.CreatedAt, row.Erasure)))];
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
