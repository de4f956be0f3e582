using Township.Draws;

namespace Township.Auditing.Tests;

/// <summary>Three draws: one drawn, one void, one frozen. Five commits, with the same bytes and hashes every time.</summary>
public static class DrawHistory
{
    public static readonly StreamId Drawn = new("draw", "huimin", "2026-01"), Void = new("draw", "huimin", "二月抽签"), Frozen = new("draw", "huimin", "2026-03");

    static readonly AggregateType<Draw, DrawCommand, DrawEvent, DrawView> Type = AggregateType<Draw, DrawCommand, DrawEvent, DrawView>.Instance;

    public static async Task Play(IEventStore store)
    {
        await using var town = new Town(store, TownshipAggregates.All, new FixedKeys());
        await town.Do(Type, Drawn, Freeze("双色球 2026006 期开奖号码") with { CommandId = Id(1) }, Roles.Office);
        await town.Do(Type, Void, Freeze("双色球 2026019 期开奖号码") with { CommandId = Id(2) }, Roles.Office);
        await town.Do(Type, Void, new DrawCommand.Void("名单有误:张三已调离。") { CommandId = Id(3) }, Roles.Office, "c-002");
        await town.Do(Type, Drawn, new DrawCommand.Reveal("02 07 11 19 28 33 + 05") { CommandId = Id(4) }, Roles.Office);
        await town.Do(Type, Frozen, Freeze("=双色球 2026031 期开奖号码", revealAfterHours: 24) with { CommandId = Id(5) }, Roles.Office);
    }

    static Guid Id(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    static DrawCommand.Freeze Freeze(string beacon, int revealAfterHours = 3) =>
        new(["c-003 王五", "c-001 张三", "c-002 李四", "c-004 赵六"], 2, beacon, Town.Start.AddHours(revealAfterHours));
}
