using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Township.EventSourcing;

/// <summary>A vault in memory, for tests and trials, beside a store in memory. Thread-safe.</summary>
/// <param name="clock">The clock that dates the keys.</param>
public sealed class MemoryPersonalDataKeys(TimeProvider clock) : IPersonalDataKeys
{
    readonly Lock _lock = new();
    readonly Dictionary<DataSubject, List<Row>> _rows = [];

    readonly List<VaultAdoption> _adoptions = [];

    sealed record Row(int Generation, byte[] Secret, DateTimeOffset CreatedAt, Erasure? Erasure);

    /// <inheritdoc />
    public Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (!_rows.TryGetValue(subject, out var rows)) _rows.Add(subject, rows = []);
            if (rows is not [.., { Erasure: null }])
                rows.Add(new(NextAfter(rows), PersonalDataKey.NewSecret(), Micros.Truncate(clock.GetUtcNow()), null));
            return Task.FromResult(new PersonalDataKey(subject, rows[^1].Generation, rows[^1].Secret));
        }
    }

    /// <inheritdoc />
    public Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default)
    {
        lock (_lock)
            return Task.FromResult(_rows.GetValueOrDefault(subject)?.Find(r => r.Generation == generation) is { } row
                ? new PersonalDataKey(subject, generation, row.Secret)
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
    public Task<IReadOnlyList<VaultAdoption>> Adoptions(CancellationToken cancellationToken = default)
    {
        lock (_lock) return Task.FromResult<IReadOnlyList<VaultAdoption>>([.. _adoptions]);
    }

    /// <inheritdoc />
    public Task<bool> Adopt(VaultAdoption adoption, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(adoption);
        lock (_lock)
        {
            if (_adoptions.Exists(a => a.History != adoption.History)) return Task.FromResult(false);
            _adoptions.Add(adoption);
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonalDataRecord> List(
        string township, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<PersonalDataRecord> records;
        lock (_lock)
            records = [.. _rows.Where(r => r.Key.Township == township).OrderBy(r => r.Key.Subject, Utf8Order.Instance)
                .SelectMany(r => r.Value.Select(row => new PersonalDataRecord(r.Key, row.Generation, row.CreatedAt, row.Erasure)))];
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    int NextAfter(List<Row> rows) =>
        _adoptions.Select(a => a.FirstGeneration).Append(1 + (rows is [.., var last] ? last.Generation : 0)).Max();
}
