namespace Township;

/// <summary>Writes to a stream past its grain, as another activation would.</summary>
static class Rivals
{
    public static StoredMessage Deposited(string amount) => new("Township.Tills.Deposited", 1, JsonBytes.From($$"""{"amount":{{amount}}}"""));

    public static async Task Write(IEventStore store, StreamId stream, params StoredMessage[] events) =>
        await WriteAt(store, stream, (await store.ReadStream(stream, StreamRange.All).LastOrDefaultAsync())?.DecidedAt ?? DateTimeOffset.UnixEpoch, events);

    public static async Task WriteAt(IEventStore store, StreamId stream, DateTimeOffset decidedAt, params StoredMessage[] events)
    {
        var content = CommitContent.From(new(Guid.CreateVersion7(), JournaledCommit.Command("rival")), new(TillCluster.Ann, "rival"), decidedAt,
            new(1, "", "", "rival"), [], [.. events]);
        (await store.Append([new(stream, ExpectedVersion.Any, content)])).Should().AllBeOfType<AppendResult.Committed>();
    }
}
