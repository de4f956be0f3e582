using static Township.AheadStreams.AheadStreamCommand;
using static Township.AheadStreams.AheadStreamEvent;

namespace Township.AheadStreams;

public sealed class AheadStreamTests
{
    static readonly DateTimeOffset Last = new(2026, 4, 1, 1, 2, 3, TimeSpan.Zero);
    static readonly Acknowledge Acknowledging = new(Last, "3 月 1 日服务器时钟快了 30 天");
    static readonly Acknowledged Said = new(Last, "c-002", Acknowledging.Reason);

    static Spec<AheadStream, AheadStreamCommand, AheadStreamEvent, AheadStreamView> Record =>
        Spec.Of(AheadStream.Type, "ahead-stream/huimin/promise.2026-01.3").At("2026-03-02T09:00+08:00").By("c-002", Roles.Leader);

    [Fact]
    public void A_leader_says_from_which_decision_a_stream_goes_on_and_why() =>
        Record.When(Acknowledging).Then(Said).View.Should().Be(new AheadStreamView(Last, "c-002", Acknowledging.Reason));

    [Fact]
    public void The_moment_is_kept_in_universal_time() =>
        Record.When(Acknowledging with { LastDecidedAt = Last.ToOffset(TimeSpan.FromHours(8)) }).Then(Said);

    [Fact]
    public void The_same_moment_again_is_refused_so_that_no_other_reason_is_lost() =>
        Record.Given(Said).By("c-003", Roles.Leader).When(Acknowledging with { Reason = "重复确认" }).ThenRefused(AheadStreamRefusals.Acknowledged, "2026-04-01T01:02:03.000000Z");

    [Fact]
    public void A_clock_that_jumped_again_is_said_anew() =>
        Record.Given(Said).When(Acknowledging with { LastDecidedAt = Last.AddDays(1) }).Then(Said with { LastDecidedAt = Last.AddDays(1) });

    [Fact]
    public void There_is_nothing_to_say_about_a_moment_that_has_come() =>
        Record.When(Acknowledging with { LastDecidedAt = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero) })
            .ThenRefused(AheadStreamRefusals.NotAhead, "2026-03-02T01:00:00.000000Z", "2026-03-02T01:00:00.000000Z");

    [Theory, InlineData(Roles.Office), InlineData(Roles.System), InlineData(Roles.Auditor)]
    public void Nobody_but_a_leader_does(string role) =>
        Record.By("c-001", role).When(Acknowledging).ThenRefused(CommonRefusals.NotEntitled, Roles.Leader);

    [Theory, InlineData("promise"), InlineData("Promise.2026-01"), InlineData("promise."), InlineData("ahead-stream.promise.2026-01")]
    public void A_record_is_about_a_stream_and_never_about_a_record(string id) =>
        Spec.Of(AheadStream.Type, $"ahead-stream/huimin/{id}").At("2026-03-02T09:00+08:00").By("c-002", Roles.Leader)
            .When(Acknowledging).ThenRefused(KernelRefusals.UnknownKey, $"huimin/{id}");

    [Fact]
    public void Every_stream_whose_name_is_not_too_long_has_one_record()
    {
        var stream = new StreamId("promise", "huimin", "2026-01.3");
        AheadStreamId.RecordOf(stream).Should().Be(new StreamId("ahead-stream", "huimin", "promise.2026-01.3"));
        AheadStreamId.StreamOf(AheadStreamId.RecordOf(stream)!).Should().Be(stream);
        AheadStreamId.RecordOf(new("promise", "huimin", new('x', StreamId.MaxIdLength))).Should().BeNull();
    }
}
