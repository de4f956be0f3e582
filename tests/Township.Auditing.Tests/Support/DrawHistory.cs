using Township.Cadres;
using Township.Draws;
using Township.Posts;
using Township.ReportMeetings;
using Township.Rosters;
using Township.Townships;

namespace Township.Auditing.Tests;

/// <summary>
/// Three draws: one drawn, one void, one frozen. Five commits, with the same bytes and hashes every time, after the eight of
/// <see cref="Surroundings"/>: what they are drawn for.
/// </summary>
public static class DrawHistory
{
    public const int Surroundings = 8;

    public static readonly StreamId Drawn = Of("draw", "meeting.2026-01"), Void = Of("draw", "meeting.2026-02"), Frozen = Of("draw", "meeting.2026-03");

    public static async Task Play(IEventStore store)
    {
        await using var town = new Town(store, TownshipAggregates.All, new FixedKeys(), Town.Start.AddHours(-Surroundings));
        var commands = 0;
        await Prepare();
        await Draw(Drawn, Freeze(2));
        await Draw(Void, Freeze(2));
        await Draw(Void, new DrawCommand.Void("名单有误:张三已调离。"), "c-002");
        await Draw(Drawn, new DrawCommand.Reveal([2, 7, 11, 19, 28, 33]));
        await Draw(Frozen, Freeze(3));

        // Somebody who is drawn, and three meetings that wait for it.
        async Task Prepare()
        {
            await Do(Kind<TownshipState, TownshipCommand, TownshipEvent, TownshipView>(), Of("township", TownshipKey.Id), new TownshipCommand.Found("惠民镇", TownshipKind.Town), Roles.Leader);
            Beacon noon = new("noon", "=双色球", SeedForm.Of(new NumberGroup(6, 2, 1, 33, true)), [.. Enum.GetValues<DayOfWeek>()], 12, 30);
            await Do(Kind<TownshipState, TownshipCommand, TownshipEvent, TownshipView>(), Of("township", TownshipKey.Id), new TownshipCommand.AdoptDrawPolicy(new([noon]), "试行"), Roles.Leader);
            await Do(Kind<Post, PostCommand, PostEvent, PostView>(), Of("post", "p-1"), new PostCommand.Establish("党委书记", "党委", PostLevel.TopLeader, ["主持全面工作"]), Roles.Office);
            await Do(Kind<Roster, RosterCommand, RosterEvent, RosterView>(), Of("roster", RosterKey.Id), new RosterCommand.Enter(["张三"]), Roles.Office);
            await Do(Kind<Cadre, CadreCommand, CadreEvent, CadreView>(), Of("cadre", "张三"), new CadreCommand.Register("张三", "p-1", null, new(2026, 1, 5)), Roles.Office);
            foreach (var month in (int[])[1, 2, 3])
                await Do(Kind<ReportMeeting, ReportMeetingCommand, ReportMeetingEvent, ReportMeetingView>(), Of("meeting", $"2026-0{month}"),
                    new ReportMeetingCommand.Convene(new(2026, month, 28), "三楼会议室"), Roles.Office);
        }

        Task Draw(StreamId draw, DrawCommand command, string by = "c-001") => Do(Kind<Draw, DrawCommand, DrawEvent, DrawView>(), draw, command, Roles.Office, by);

        Task Do<TState, TCommand, TEvent, TView>(AggregateType<TState, TCommand, TEvent, TView> type, StreamId stream, TCommand command, string role, string by = "c-001")
            where TState : class, IAggregate<TState, TCommand, TEvent, TView>
            where TCommand : Command
            where TEvent : class
            where TView : class => town.Do(type, stream, command with { CommandId = new(++commands, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0) }, role, by);
    }

    static AggregateType<TState, TCommand, TEvent, TView> Kind<TState, TCommand, TEvent, TView>()
        where TState : class, IAggregate<TState, TCommand, TEvent, TView>
        where TCommand : class, ICommand
        where TEvent : class
        where TView : class => AggregateType<TState, TCommand, TEvent, TView>.Instance;

    static StreamId Of(string category, string id) => new(category, "huimin", id);

    static DrawCommand.Freeze Freeze(int day) => new(["张三"], [], "noon", new(2026, 3, day));
}
