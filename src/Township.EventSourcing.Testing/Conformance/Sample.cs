namespace Township.EventSourcing.Testing;

/// <summary>Commits to test stores with. Everything follows from the arguments; the same ones give the same bytes.</summary>
public static class Sample
{
    /// <summary>When sample commits are decided.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    /// <summary>A stream of the kind <c>account</c> in the township <c>huimin</c>.</summary>
    public static StreamId Stream(string id = "a-1") => new("account", "huimin", id);

    /// <summary>The id of the n-th command; later ones are greater, as real ones are.</summary>
    public static Guid CommandId(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>The commit of the n-th command.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">What the writer expects of it.</param>
    /// <param name="command">The command's number.</param>
    /// <param name="events">How many events.</param>
    /// <param name="note">Text in the command and in its events.</param>
    /// <param name="decidedAt">When; default <see cref="Noon"/>.</param>
    public static Commit Commit(
        StreamId stream, ExpectedVersion expected, int command, int events = 1, string note = "存入 1 元", DateTimeOffset? decidedAt = null) =>
        new(stream, expected, CommitContent.From(
            new(CommandId(command), new("account.deposit", 1, Json(command, note))),
            new(new("c-017", "huimin", ["cadre"]), $"request-{command}"), decidedAt ?? Noon.AddSeconds(command), new(1, "policy/1", "2026.1", "1.0"),
            [new("policy.limits", 1, new("policy", "huimin", "limits"), 3, false, JsonBytes.From("""{"daily":1000}"""))],
            [.. Enumerable.Range(1, events).Select(n => new StoredMessage("account.deposited", 1, Json(n, note)))]));

    /// <summary>The commits of commands 1, 2, 3 …, one event each, appended to one stream one after the other.</summary>
    public static IEnumerable<Commit> Commits(StreamId stream, int count, int first = 1) =>
        Enumerable.Range(first, count).Select(n => Commit(stream, ExpectedVersion.Any, n));

    static JsonBytes Json(int number, string note) => JsonBytes.From($$"""{"number":{{number}},"note":"{{note}}"}""");
}
