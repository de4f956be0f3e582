using CsCheck;
using static Township.AheadStreams.AheadStreamCommand;

namespace Township.AheadStreams;

public sealed class AheadStreamProperties
{
    static readonly Gen<Acknowledge> Commands = Gen.Select(Gen.Int[-3, 5], Gen.OneOf("时钟快了", "重启后时钟未校准"),
        (hours, reason) => new Acknowledge(new World().Now.AddHours(hours), reason));

    [Fact]
    public void A_retry_writes_nothing_and_what_was_said_is_about_a_moment_that_had_not_come() =>
        Commands.Array[1, 12].Sample(history =>
        {
            var world = new World();
            foreach (var command in history)
            {
                var known = world.View(AheadStream.Type, "promise.2026-01.3").LastDecidedAt;
                (world.Do(AheadStream.Type, "promise.2026-01.3", command).Refusal is null).Should().Be(command.LastDecidedAt > world.Now && command.LastDecidedAt != known);
                world.Do(AheadStream.Type, "promise.2026-01.3", command).Events.Should().BeEmpty();
                if (command.LastDecidedAt > world.Now) world.View(AheadStream.Type, "promise.2026-01.3").LastDecidedAt.Should().Be(command.LastDecidedAt);
            }
        }, iter: 500);
}
