using Microsoft.Extensions.Logging.Abstractions;
using Township.EventSourcing.Sqlite;

namespace Township.Cli.Tests;

/// <summary>A history of a newer program, with an event that this one does not know: never skipped, never guessed at, and still readable.</summary>
public sealed class PoisonTests(StoreFile store) : IClassFixture<StoreFile>
{
    [Fact]
    public async Task An_unknown_event_is_shown_and_named_and_concerns_its_own_stream_only()
    {
        var poisoned = $"sqlite:{await Poisoned(DrawHistory.Frozen)}";
        var (frozen, drawn) = (DrawHistory.Frozen.ToString(), DrawHistory.Drawn.ToString());

        var verified = await Shell.Township("verify", "--store", poisoned);
        (verified.Exit, verified.Lines[0], verified.Lines[^1]).Should().Be((5,
            "draw/huimin/meeting.2026-03, version 2, commit 14 [unknown-event] This program does not know the event 'draw.postponed (1)', so it cannot be folded by it. "
            + "Known are: draw.candidates-frozen, draw.drawn, draw.voided.",
            "Result          The chain is intact; 1 finding is about content not known to this program. Name the assemblies that know it with --rules."));
        var history = await Shell.Township("history", frozen, "--store", poisoned);
        (history.Exit, history.Lines.Length).Should().Be((0, 3));
        history.Lines[^1].Should().Contain("draw.postponed").And.Contain("""{"until":"2026-05"}""");
        (await Shell.Township("state", frozen, "--version", "1", "--store", poisoned)).Exit.Should().Be(0);
        (await Shell.Township("state", frozen, "--store", poisoned)).Should().Match<Answer>(a => a.Exit == 5 && a.Output == "" && a.Error.Contains("draw.postponed"));
        (await Shell.Township("verify", drawn, "--store", poisoned)).Exit.Should().Be(0);
        (await Shell.Township("state", drawn, "--store", poisoned)).Exit.Should().Be(0);
    }

    async Task<string> Poisoned(StreamId stream)
    {
        var path = store.Copy();
        await using var writer = await SqliteEventStore.Open(new() { Path = path }, NullLogger<SqliteEventStore>.Instance);
        var last = await writer.ReadStream(stream, StreamRange.All).Select(c => c.Content).LastAsync();
        var unknown = last with { CommandId = Guid.CreateVersion7(), Events = JsonBytes.From("""[{"name":"draw.postponed","schema":1,"data":{"until":"2026-05"}}]""") };
        (await writer.Append([new(stream, ExpectedVersion.Any, unknown)])).Should().AllBeOfType<AppendResult.Committed>();
        return path;
    }
}
