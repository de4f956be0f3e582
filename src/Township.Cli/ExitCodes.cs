namespace Township.Cli;

/// <summary>What the process answers to the shell. Documented in docs/audit.md.</summary>
static class ExitCodes
{
    /// <summary>Done, and the history is what it claims to be as far as it was looked at.</summary>
    public const int Fine = 0;

    /// <summary>The history is not what it claims to be.</summary>
    public const int Faulty = 1;

    /// <summary>The question makes no sense: wrong options, unknown stream, bad version, folder that cannot be written to.</summary>
    public const int WrongUsage = 2;

    /// <summary>The store cannot be opened or read.</summary>
    public const int NoStore = 3;

    /// <summary>The reader named with <c>--as</c> may not read this.</summary>
    public const int NotEntitled = 4;

    /// <summary>Nothing is wrong with the chain; some of the content is not known to this program.</summary>
    public const int NotKnown = 5;

    /// <summary>A bug in this program.</summary>
    public const int Bug = 70;

    /// <summary>Stopped with Ctrl-C.</summary>
    public const int Stopped = 130;
}
