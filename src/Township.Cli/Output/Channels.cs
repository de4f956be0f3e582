namespace Township.Cli;

/// <summary>Where a command writes: the process's own channels, unless a caller in the same process gives others, as tests do.</summary>
/// <param name="Output">Where answers go; it is left open.</param>
/// <param name="Error">Where the one line about a failure goes.</param>
/// <param name="IsTerminal">Whether a person is looking at the answers.</param>
sealed record Channels(Stream Output, TextWriter Error, bool IsTerminal)
{
    static readonly AsyncLocal<Channels?> Given = new();

    /// <summary>Those of this call.</summary>
    public static Channels Current
    {
        get => Given.Value ?? new(Console.OpenStandardOutput(), Console.Error, !Console.IsOutputRedirected);
        set => Given.Value = value;
    }
}
