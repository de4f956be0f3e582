namespace Township.EventSourcing;

/// <summary>What a writer expects of a stream before it appends. Versions count events from 1; 0 means: no stream.</summary>
public readonly record struct ExpectedVersion
{
    const long AnyVersion = -1, SomeVersion = -2;

    readonly long _value;
    readonly CommitHash? _hash;

    ExpectedVersion(long value, CommitHash? hash = null) => (_value, _hash) = (value, hash);

    /// <summary>Whatever it is: never checked.</summary>
    public static ExpectedVersion Any => new(AnyVersion);

    /// <summary>The stream does not exist.</summary>
    public static ExpectedVersion None => new(0);

    /// <summary>The stream exists, at whatever version.</summary>
    public static ExpectedVersion Exists => new(SomeVersion);

    /// <summary>Exactly this version.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is negative.</exception>
    public static ExpectedVersion Exactly(long version)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        return new(version);
    }

    /// <summary>
    /// Exactly this version of exactly this history. A version alone is not enough for a writer with commits in flight: a rival may have filled the
    /// same versions with other events.
    /// </summary>
    public static ExpectedVersion Exactly(StreamHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return new(head.Version, head.Hash);
    }

    /// <summary>Whether a stream that stands here (version 0: there is none) is as expected.</summary>
    public bool Accepts(StreamHead actual)
    {
        ArgumentNullException.ThrowIfNull(actual);
        return _value switch
        {
            AnyVersion => true,
            SomeVersion => actual.Version > 0,
            _ => actual.Version == _value && (_hash is null || _hash.Equals(actual.Hash)),
        };
    }

    /// <summary>
    /// The head of the stream that is expected; null if several would be accepted. A store that checks this head on insert need not read the stream
    /// first.
    /// </summary>
    public StreamHead? HeadOf(StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return _value == 0 ? new(stream, 0, CommitHash.Zero) : _hash is null ? null : new(stream, _value, _hash);
    }

    /// <summary>For messages: <c>any</c>, <c>none</c>, <c>some</c> or the number, with the hash where one is expected.</summary>
    public override string ToString() => _value switch
    {
        AnyVersion => "any",
        SomeVersion => "some",
        0 => "none",
        _ when _hash is null => FormattableString.Invariant($"{_value}"),
        _ => FormattableString.Invariant($"{_value} ({_hash})"),
    };
}
