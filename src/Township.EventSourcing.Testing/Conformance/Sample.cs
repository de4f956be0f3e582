namespace Township.EventSourcing.Testing;

/// <summary>Commits for tests of stores. The same arguments give the same bytes.</summary>
public static class Sample
{
    /// <summary>The time of decision of sample commits.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    /// <summary>Returns a stream of the category <c>account</c> in the township <c>huimin</c>.</summary>
    public static StreamId Stream(string id = "a-1") => new("account", "huimin", id);

    /// <summary>Returns the id of the n-th command; ids increase, as real ones do.</summary>
    public static Guid CommandId(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Returns the commit of the n-th command.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">The expected version of the stream.</param>
    /// <param name="command">The number of the command.</param>
    /// <param name="events">The number of events.</param>
    /// <param name="note">A text in the command and in its events.</param>
    /// <param name="decidedAt">The time of decision. Default <see cref="Noon"/>.</param>
    public static Commit Commit(
        StreamId stream, ExpectedVersion expected, int command, int events = 1, string note = "存入 1 元", DateTimeOffset? decidedAt = null) =>
        new(stream, expected, CommitContent.From(
            new(CommandId(command), new("account.deposit", 1, Json(command, note))),
            new(new("c-017", "huimin", ["cadre"]), $"request-{command}"), decidedAt ?? Noon.AddSeconds(command),
            new(1, "policy/1", "2026.1", "1.0"),
            [new("policy.limits", 1, new("policy", "huimin", "limits"), 3, false, JsonBytes.From("""{"daily":1000}"""))],
            [.. Enumerable.Range(1, events).Select(n => new StoredMessage("account.deposited", 1, Json(n, note)))]));

    /// <summary>Returns the commits of commands 1, 2, 3 …, one event each, appended to one stream one after the other.</summary>
    public static IEnumerable<Commit> Commits(StreamId stream, int count, int first = 1) =>
        Enumerable.Range(first, count).Select(n => Commit(stream, ExpectedVersion.Any, n));

    static JsonBytes Json(int number, string note) => JsonBytes.From($$"""{"number":{{number}},"note":"{{note}}"}""");
}
