namespace Township;

/// <summary>Streams to which something happens, without the rules that decide it.</summary>
static class Happenings
{
    public static Commit Commit<TEvent>(MessageCatalogue<TEvent> catalogue, string stream, params TEvent[] events) where TEvent : class => new(
        StreamId.Parse(stream), ExpectedVersion.Any, CommitContent.From(
            new(Guid.CreateVersion7(), new("test", 1, JsonBytes.From("{}"))), new(new("c-001", "huimin", []), "view tests"), DateTimeOffset.UnixEpoch, new(1, "", "", ""), [],
            [.. events.Select(catalogue.Serialize)]));

    public static async Task<long> Append(this SessionServices services, Commit commit) =>
        (await services.Committer.Append(await services.Committer.Admit(), commit)).Should().BeOfType<AppendResult.Committed>().Which.Position;
}
