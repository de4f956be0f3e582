namespace Township.LoadTest;

/// <summary>What a load expects of its answers.</summary>
static class Answers
{
    /// <exception cref="InvalidOperationException">Any other outcome: then what is measured is not what was meant.</exception>
    public static async Task Accepted(Task<Outcome> answer)
    {
        if (await answer is { Kind: not OutcomeKind.Accepted } other) throw new InvalidOperationException($"A command was not accepted: {other}");
    }
}
