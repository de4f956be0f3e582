using Township.LoadTest.Work;

namespace Township.LoadTest.Ledgers;

/// <summary>One of the ledgers under load, as its senders see it.</summary>
sealed class LedgerReference(StreamId stream, ILedgerGrain grain) : IPeerLedger
{
    public StreamId Stream => stream;

    public static LedgerReference[] Of(IGrainFactory grains, string prefix, int count) =>
        [.. Enumerable.Range(0, count).Select(n => Ledger.StreamOf(prefix, n)).Select(stream => new LedgerReference(stream, grains.GetGrain<ILedgerGrain>(stream.Key)))];

    /// <summary>Whoever may enter, for all that follows in this asynchronous flow.</summary>
    public static IDisposable Caller() => CallerContext.Use(new Actor("c-001", "huimin", [Roles.Office]), "load");

    /// <summary>Sends a command; its id, and the stream's version, when it was accepted.</summary>
    public async Task<(Guid Command, long Version)> Execute(int number, string text)
    {
        var command = new LedgerCommand.Enter(text, number);
        var outcome = await grain.Execute(command);
        return outcome.Kind == OutcomeKind.Accepted ? (command.CommandId, outcome.Version) : throw new InvalidOperationException($"A command was not accepted: {outcome}");
    }

    public Task Enter(int number, string text) => Execute(number, text);

    public async Task<LedgerSum> Look()
    {
        var view = await grain.View();
        return new(view.View.Entries, view.View.Total);
    }
}
