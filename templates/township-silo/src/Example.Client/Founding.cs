using Township.Cadres;
using Township.Posts;
using Township.Rosters;
using Township.Townships;

namespace Example;

/// <summary>What an empty store needs before anything else can be decided: a township, its roster of cadres, a post, and cadres on it.</summary>
public static class Founding
{
    /// <summary>Carried out once; again, it changes nothing.</summary>
    public static async Task Found(IGrainFactory grains, string township, DateOnly today)
    {
        using (CallerContext.Use(new Actor("c-001", township, [Roles.Leader])))
            await Do(grains.GetGrain<ITownshipGrain>($"{township}/{TownshipKey.Id}"), new TownshipCommand.Found("惠民镇", TownshipKind.Town));

        using var _ = CallerContext.Use(new Actor("c-002", township, [Roles.Office]));
        await Do(grains.GetGrain<IRosterGrain>($"{township}/{RosterKey.Id}"), new RosterCommand.Enter(["c-001", "c-017"]));
        await Do(grains.GetGrain<IPostGrain>($"{township}/p-01"), new PostCommand.Establish("镇长", "党政办", PostLevel.TopLeader, ["主持政府全面工作"]));
        await Do(grains.GetGrain<IPostGrain>($"{township}/p-07"), new PostCommand.Establish("农业办干事", "农业办", PostLevel.Staff, ["农技推广"]));
        await Do(grains.GetGrain<ICadreGrain>($"{township}/c-001"), new CadreCommand.Register("张三", "p-01", Superior: null, today));
        await Do(grains.GetGrain<ICadreGrain>($"{township}/c-017"), new CadreCommand.Register("李四", "p-07", Superior: "c-001", today));
    }

    static async Task Do<TCommand, TView>(IAggregateGrain<TCommand, TView> grain, TCommand command) where TCommand : Command where TView : class
    {
        var outcome = await grain.Execute(command);
        if (!outcome.Accepted && outcome.Refusal.Code != CommonRefusals.AlreadyExists.Code)
            throw new InvalidOperationException($"{outcome.Refusal}");
    }
}
