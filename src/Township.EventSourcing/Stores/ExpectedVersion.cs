namespace Township.EventSourcing;

/// <summary>What a writer expects of a stream before it appends. Versions count events from 1; 0 means: no stream.</summary>
public readonly record struct ExpectedVersion
{
    const long AnyVersion = -1, SomeVersion = -2;

    readonly long _value;

    ExpectedVersion(long value) => _value = value;

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

    /// <summary>Whether a stream at this version (0: none) is as expected.</summary>
    public bool Accepts(long actual) => _value switch
    {
        AnyVersion => true,
        SomeVersion => actual > 0,
        _ => actual == _value,
    };

    /// <summary>For messages: <c>any</c>, <c>none</c>, <c>some</c> or the number.</summary>
    public override string ToString() => _value switch
    {
        AnyVersion => "any",
        SomeVersion => "some",
        0 => "none",
        _ => _value.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
