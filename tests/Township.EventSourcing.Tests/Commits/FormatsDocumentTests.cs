namespace Township.EventSourcing.Tests;

/// <summary>docs/formats.md, its worked example and the library say the same.</summary>
public sealed class FormatsDocumentTests
{
    [Fact]
    public void The_worked_example_follows_from_the_document_alone()
    {
        var (commits, canonical) = Formats.Example();
        Formats.CanonicalBytes(commits[0]).Should().Equal(canonical);
        canonical.Should().HaveCount(470);

        var (hash, log) = (Formats.Zero, Formats.Zero);
        commits.Should().HaveCount(2).And.AllSatisfy(commit =>
        {
            hash = Formats.Hash(hash, commit);
            log = Formats.LogHash(log, commit.FirstVersion, hash);
            (hash, log).Should().Be((commit.Hash, commit.LogHash));
        });
    }

    [Fact]
    public void The_library_computes_the_worked_example()
    {
        var (log, stream) = (new LogHead(0, CommitHash.Zero), new StreamHead(StreamId.Parse("account/huimin/张三"), 0, CommitHash.Zero));
        foreach (var example in Formats.Example().Commits)
        {
            var recorded = RecordedCommit.Following(log, stream, ContentOf(example));
            Formats.Of(recorded).Should().Be(example);
            (log, stream) = (recorded.LogHead, recorded.StreamHead);
        }
    }

    [Fact]
    public void The_library_writes_the_worked_example_from_its_parts()
    {
        var example = Formats.Example().Commits[1];
        var command = new CommandRecord(Guid.Parse(example.CommandId), new(example.CommandName, 1, JsonBytes.From(example.CommandData)));
        var other = new CapturedFact("account.balance", 1, StreamId.Parse("account/huimin/b"), 3, true, JsonBytes.From("""{"owner":"李四","balance":12.50}"""));
        var caller = new Caller(new("c-001", "huimin", ["clerk"]), "request-2", "reminder-7");

        CommitContent.From(command, caller, Micros.ToMoment(example.DecidedAt), new(1, "matching/1", "cal-2026", "0.1.0"), [other],
                [new("account.deposited", 1, JsonBytes.From("""{"amount":12.50}"""))])
            .Should().Be(ContentOf(example));
    }

    static CommitContent ContentOf(Formats.Fields fields) => new()
    {
        CommandId = Guid.Parse(fields.CommandId),
        CommandName = fields.CommandName,
        CommandSchema = (int)fields.CommandSchema,
        CommandData = JsonBytes.From(fields.CommandData),
        Actor = JsonBytes.From(fields.Actor),
        CorrelationId = fields.CorrelationId,
        CausationId = fields.CausationId,
        DecidedAtMicros = fields.DecidedAt,
        Rules = new((int)fields.Rules, fields.Policy, fields.Calendar, fields.Code),
        Facts = JsonBytes.From(fields.Facts),
        Events = JsonBytes.From(fields.Events),
        EventCount = (int)fields.EventCount,
    };
}
