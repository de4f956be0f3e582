namespace Township.EventSourcing.Tests;

/// <summary>Commits for tests that need no aggregate.</summary>
static class Commits
{
    public static Commit New(StreamId stream, ExpectedVersion expected, Guid? id = null, int padding = 0) => new(stream, expected, CommitContent.From(
        new(id ?? Guid.CreateVersion7(), new("test.do", 1, JsonBytes.From('"' + new string('x', padding) + '"'))), Bank.Clerk, Bank.Start, new(1, "", "", "1"), [],
        [new("test.done", 1, JsonBytes.From("{}"))]));

    public static Commit Any(string id, int padding = 0) => New(new("test", "huimin", id), ExpectedVersion.Any, padding: padding);
}
