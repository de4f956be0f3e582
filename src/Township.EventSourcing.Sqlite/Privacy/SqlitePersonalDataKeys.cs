using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// A vault in a SQLite file of its own that only its owner may read. Several processes may use it at once, such as a silo and a command
/// line that erases. Thread-safe.
/// </summary>
/// <remarks>
/// Keys are durable when they are returned (<c>synchronous=EXTRA</c>). An erased key is overwritten in the file (<c>secure_delete</c>).
/// Disks, file systems and backups may keep copies: see docs/privacy.md.
/// </remarks>
public sealed class SqlitePersonalDataKeys : IPersonalDataKeys
{
    const string Find1 = "SELECT generation, secret FROM keys WHERE township = ?1 AND subject = ?2 AND generation = ?3";
    const string Current1 = "SELECT generation, secret FROM keys WHERE township = ?1 AND subject = ?2 AND erased_at IS NULL";

    const string Make1 = """
        INSERT INTO keys (township, subject, generation, secret, created_at)
        SELECT ?1, ?2, max(1 + (SELECT coalesce(max(generation), 0) FROM keys WHERE township = ?1 AND subject = ?2),
            (SELECT coalesce(max(first_generation), 1) FROM adoptions)), ?3, ?4 WHERE true
        ON CONFLICT DO NOTHING
        """;

    const string Erase1 = """
        UPDATE keys SET secret = x'', erased_at = ?3, erased_by = ?4, erased_for = ?5
        WHERE township = ?1 AND subject = ?2 AND erased_at IS NULL
        """;

    const string List1 =
        "SELECT subject, generation, created_at, erased_at, erased_by, erased_for FROM keys "
            + "WHERE township = ?1 ORDER BY subject, generation";

    const string Adoptions1 = "SELECT history, first_generation, adopted_by, adopted_for, adopted_at FROM adoptions ORDER BY number";

    const string Adopt1 = """
        INSERT INTO adoptions (number, history, first_generation, adopted_by, adopted_for, adopted_at)
        SELECT 1 + count(*), ?1, ?2, ?3, ?4, ?5 FROM adoptions HAVING count(*) = count(*) FILTER (WHERE history = ?1)
        """;

    readonly Lock _lock = new();
    readonly string _path;
    readonly TimeProvider _clock;
    readonly SqliteConnection _connection;
    readonly Statement _find, _current, _make, _erase, _list, _adoptions, _adopt;

    SqlitePersonalDataKeys(string path, TimeProvider clock, SqliteConnection connection)
    {
        (_path, _clock, _connection) = (path, clock, connection);
        (_find, _current, _make) = (new(connection, Find1), new(connection, Current1), new(connection, Make1));
        (_erase, _list, _adoptions, _adopt) =
            (new(connection, Erase1), new(connection, List1), new(connection, Adoptions1), new(connection, Adopt1));
    }

    /// <summary>Opens a vault. Creates the file and its folder when they are missing.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="clock">The clock that dates the keys.</param>
    /// <exception cref="StoreOpenException">The file cannot be opened, is not a vault, or belongs to a newer version.</exception>
    public static SqlitePersonalDataKeys Open(string path, TimeProvider clock) => Open(path, clock, SqliteOpenMode.ReadWriteCreate);

    /// <summary>Opens an existing vault.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="clock">The clock that dates the keys.</param>
    /// <param name="readOnly">Whether keys are only looked up. Reading the file requires only read permission then.</param>
    /// <exception cref="StoreOpenException">The file is missing, cannot be opened, is not a vault, or belongs to a
    /// newer version.</exception>
    public static SqlitePersonalDataKeys OpenExisting(string path, TimeProvider clock, bool readOnly) =>
        File.Exists(path)
            ? Open(path, clock, readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite)
            : throw new StoreOpenException($"There is no vault of keys at '{path}'.") { Chinese = $"没有密钥库文件“{path}”。" };

    static SqlitePersonalDataKeys Open(string path, TimeProvider clock, SqliteOpenMode mode)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(clock);
        SqliteConnection? connection = null;
        try
        {
            connection = VaultFile.Open(path, mode);
            return new(path, clock, connection);
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw SqliteFaults.Opening(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreOpenException($"'{path}' cannot be opened: {e.Message}", e) { Chinese = $"“{path}”打不开（{e.Message}）。" };
        }
    }

    /// <inheritdoc />
    public async Task<PersonalDataKey> Current(DataSubject subject, CancellationToken cancellationToken = default) =>
        // Creating a key waits for the disk, which must not block a grain's thread.
        await Locked(() => Read(Of(_current, subject), subject)) ?? await Task.Run(() => Make(subject), cancellationToken);

    Task<PersonalDataKey> Make(DataSubject subject) => Locked(() =>
    {
        Of(_make, subject).BindBlob(3, PersonalDataKey.NewSecret()).Bind(4, Micros.Of(_clock.GetUtcNow())).Execute();
        // If another process was faster, its key is used.
        return Read(Of(_current, subject), subject)
            ?? throw new StoreUnavailableException($"The key of '{subject.Subject}' was erased while it was created; try again.");
    });

    /// <inheritdoc />
    public Task<PersonalDataKey?> Find(DataSubject subject, int generation, CancellationToken cancellationToken = default) =>
        Locked(() => Read(Of(_find, subject).Bind(3, generation), subject));

    /// <inheritdoc />
    public Task<bool> Erase(DataSubject subject, Erasure erasure, CancellationToken cancellationToken = default) => Locked(() =>
    {
        ArgumentNullException.ThrowIfNull(erasure);
        Of(_erase, subject).Bind(3, Micros.Of(erasure.At)).Bind(4, erasure.By).Bind(5, erasure.Reason).Execute();
        return _connection.Number("SELECT changes()") > 0;
    });

    /// <inheritdoc />
    public Task<IReadOnlyList<VaultAdoption>> Adoptions(CancellationToken cancellationToken = default) => Locked(() =>
    {
        var adoptions = new List<VaultAdoption>();
        using (_adoptions.Open())
            while (_adoptions.Step())
                adoptions.Add(new(
                    HistoryOf(_adoptions.Text(0)), (int)_adoptions.Number(1), _adoptions.Text(2), _adoptions.Text(3),
                    Micros.ToMoment(_adoptions.Number(4))));
        return (IReadOnlyList<VaultAdoption>)adoptions;
    });

    /// <inheritdoc />
    public Task<bool> Adopt(VaultAdoption adoption, CancellationToken cancellationToken = default) => Locked(() =>
    {
        ArgumentNullException.ThrowIfNull(adoption);
        _adopt.Bind(1, adoption.History.ToString()).Bind(2, adoption.FirstGeneration);
        _adopt.Bind(3, adoption.By).Bind(4, adoption.Reason).Bind(5, Micros.Of(adoption.At)).Execute();
        return _connection.Number("SELECT changes()") > 0;
    });

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonalDataRecord> List(
        string township, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var record in await Locked(() => Records(township)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            foreach (var statement in (Statement[])[_find, _current, _make, _erase, _list, _adoptions, _adopt]) statement.Dispose();
            _connection.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    static Statement Of(Statement statement, DataSubject subject) => statement.Bind(1, subject.Township).Bind(2, subject.Subject);

    static PersonalDataKey? Read(Statement statement, DataSubject subject)
    {
        using (statement.Open()) return statement.Step() ? new(subject, (int)statement.Number(0), statement.Bytes(1)) : null;
    }

    HistoryId HistoryOf(string text) => HistoryId.TryParse(text)
        ?? throw new StoreCorruptException(
            $"The vault '{_path}' names '{UnicodeText.Printable(text, 80)}' as its history, which is not a valid id.");

    List<PersonalDataRecord> Records(string township)
    {
        var records = new List<PersonalDataRecord>();
        using (_list.Bind(1, township).Open())
            while (_list.Step())
                records.Add(new(new(township, _list.Text(0)), (int)_list.Number(1), Micros.ToMoment(_list.Number(2)),
                    _list.Number(3) is var at && at == 0 ? null : new(_list.Text(4), _list.Text(5), Micros.ToMoment(at))));
        return records;
    }

    // The statements are short and the file is small, so waiting for a lock is cheaper than several connections.
    Task<T> Locked<T>(Func<T> work)
    {
        try
        {
            lock (_lock) return Task.FromResult(work());
        }
        catch (SqliteException e)
        {
            throw SqliteFaults.While("keeping keys", _path, e);
        }
    }
}
