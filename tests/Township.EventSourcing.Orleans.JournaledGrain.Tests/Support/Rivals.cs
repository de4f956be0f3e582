namespace Township;

/// <summary>Writes to a stream past its grain, as another activation would.</summary>
static class Rivals
{
    public static StoredMessage Deposited(string amount) => new("Township.Tills.Deposited", 1, JsonBytes.From($$"""{"amount":{{amount}}}"""));

    public static async Task Write(IEventStore store, StreamId stream, params StoredMessage[] events)
    {
        var content = CommitContent.From(new(Guid.CreateVersion7(), JournaledCommit.Command("rival")), new(TillCluster.Ann, "rival"), DateTimeOffset.UnixEpoch,
            new("", "", "rival"), [], [.. events]);
        content = content with { DecidedAtMicros = (await store.ReadStream(stream, StreamRange.All).LastOrDefaultAsync())?.Content.DecidedAtMicros ?? 0 };
        (await store.Append([new(stream, ExpectedVersion.Any, content)])).Should().AllBeOfType<AppendResult.Committed>();
    }
}
