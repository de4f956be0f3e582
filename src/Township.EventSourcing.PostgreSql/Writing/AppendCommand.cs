using Npgsql;
using NpgsqlTypes;

namespace Township.EventSourcing.PostgreSql;

/// <summary>The call of the append function, with one array per column. The arrays are reused.</summary>
sealed class AppendCommand : IAsyncDisposable
{
    readonly NpgsqlCommand _command;
    readonly List<string> _newNames, _guardNames, _commandNames, _correlations, _causations, _policies, _calendars, _codes;
    readonly List<long> _headStreams, _headVersions, _guardVersions, _streams, _previousVersions, _decidedAts;
    readonly List<int> _eventCounts, _schemas, _rules;
    readonly List<Guid> _commandIds;
    readonly List<ReadOnlyMemory<byte>> _headHashes, _guardHashes, _hashes, _commandDatas, _actors, _facts, _events;
    readonly List<Action> _clear = [];

    public AppendCommand(NpgsqlConnection connection, SchemaName schema)
    {
        _command = new NpgsqlCommand { Connection = connection };
        _newNames = Column<string>(NpgsqlDbType.Text);
        _headStreams = Column<long>(NpgsqlDbType.Bigint);
        _headVersions = Column<long>(NpgsqlDbType.Bigint);
        _headHashes = Column<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
        _guardNames = Column<string>(NpgsqlDbType.Text);
        _guardVersions = Column<long>(NpgsqlDbType.Bigint);
        _guardHashes = Column<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
        _streams = Column<long>(NpgsqlDbType.Bigint);
        _previousVersions = Column<long>(NpgsqlDbType.Bigint);
        _eventCounts = Column<int>(NpgsqlDbType.Integer);
        _schemas = Column<int>(NpgsqlDbType.Integer);
        _rules = Column<int>(NpgsqlDbType.Integer);
        _decidedAts = Column<long>(NpgsqlDbType.Bigint);
        _commandIds = Column<Guid>(NpgsqlDbType.Uuid);
        _hashes = Column<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
        _commandNames = Column<string>(NpgsqlDbType.Text);
        _correlations = Column<string>(NpgsqlDbType.Text);
        _causations = Column<string>(NpgsqlDbType.Text);
        _policies = Column<string>(NpgsqlDbType.Text);
        _calendars = Column<string>(NpgsqlDbType.Text);
        _codes = Column<string>(NpgsqlDbType.Text);
        _commandDatas = Column<ReadOnlyMemory<byte>>(NpgsqlDbType.Text);
        _actors = Column<ReadOnlyMemory<byte>>(NpgsqlDbType.Text);
        _facts = Column<ReadOnlyMemory<byte>>(NpgsqlDbType.Text);
        _events = Column<ReadOnlyMemory<byte>>(NpgsqlDbType.Text);
        _command.CommandText =
            $"SELECT first_position, stream_ids FROM {schema}.append({string.Join(", ", Enumerable.Range(1, _command.Parameters.Count).Select(n => $"${n}"))})";
    }

    public int Count => _streams.Count;

    public Task Prepare(CancellationToken cancellationToken) => _command.PrepareAsync(cancellationToken);

    public void Clear()
    {
        foreach (var clear in _clear) clear();
    }

    /// <summary>
    /// Adds a stream's name, which is created if it does not exist. Returns the temporary key that stands for the stream in this call.
    /// </summary>
    public long AddName(StreamId stream)
    {
        _newNames.Add(stream.ToString());
        return -_newNames.Count;
    }

    /// <summary>Adds a check that a stream is at this head.</summary>
    public void AddHead(KnownHead expected)
    {
        _headStreams.Add(expected.Key);
        _headVersions.Add(expected.Head.Version);
        _headHashes.Add(expected.Head.Hash.Span.ToArray());
    }

    /// <summary>
    /// Adds a check that a stream is at this head without appending to it. Identified by name, so that a stream that
    /// does not exist is not created.
    /// </summary>
    public void AddGuard(StreamHead expected)
    {
        _guardNames.Add(expected.Stream.ToString());
        _guardVersions.Add(expected.Version);
        _guardHashes.Add(expected.Hash.Span.ToArray());
    }

    /// <summary>Adds a commit on a head, and returns the stream's next head.</summary>
    public KnownHead Add(KnownHead head, Commit commit)
    {
        var (content, next) = (commit.Content, commit.HeadAfter(head.Head));
        _streams.Add(head.Key);
        _previousVersions.Add(head.Head.Version);
        _eventCounts.Add(content.EventCount);
        _schemas.Add(content.CommandSchema);
        _rules.Add(content.Rules.Rules);
        _decidedAts.Add(content.DecidedAtMicros);
        _commandIds.Add(content.CommandId);
        _hashes.Add(next.Hash.Span.ToArray());
        _commandNames.Add(content.CommandName);
        _correlations.Add(content.CorrelationId);
        _causations.Add(content.CausationId);
        _policies.Add(content.Rules.Policy);
        _calendars.Add(content.Rules.Calendar);
        _codes.Add(content.Rules.Code);
        _commandDatas.Add(content.CommandData.Memory);
        _actors.Add(content.Actor.Memory);
        _facts.Add(content.Facts.Memory);
        _events.Add(content.Events.Memory);
        return new(head.Key, next);
    }

    /// <summary>
    /// Appends what was added; returns null when a head was not as expected and nothing was written. Blocks its dedicated thread: on the
    /// thread pool, the server's answer would wait behind the work of all grains.
    /// </summary>
    public Appended? Execute()
    {
        using var rows = _command.ExecuteReader();
        rows.Read();
        var appended = rows.IsDBNull(0) ? default(Appended?) : new(rows.GetInt64(0), rows.IsDBNull(1) ? [] : rows.GetFieldValue<long[]>(1));
        // The transaction ends after the row, so its result is known only after the last message.
        rows.Close();
        return appended;
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    List<T> Column<T>(NpgsqlDbType type)
    {
        var column = new List<T>();
        _command.Parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = column, NpgsqlDbType = NpgsqlDbType.Array | type });
        _clear.Add(column.Clear);
        return column;
    }
}

/// <summary>The server's result for a batch.</summary>
/// <param name="FirstPosition">The position of the first commit; the others follow without gaps.</param>
/// <param name="StreamIds">The ids of the streams whose names were sent.</param>
readonly record struct Appended(long FirstPosition, long[] StreamIds)
{
    public long KeyOf(long key) => key < 0 ? StreamIds[-key - 1] : key;
}
