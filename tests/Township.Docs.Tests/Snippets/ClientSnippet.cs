// <snippet>
using System.Globalization;
using Orleans;
using Township;
using Township.EventSourcing;
using Township.Pledges;

static class ClientApp
{
    public static async Task<string> Pledge(IClusterClient client)
    {
        // Whoever the web application has authenticated; see docs/security.md.
        using var _ = CallerContext.Use(new Actor("c-017", "huimin", [Roles.Cadre]));

        var pledge = client.GetGrain<IPledgeGrain>("huimin/c-017.2026-03");
        var write = new PledgeCommand.Write(
            [new PledgeItem("春耕备耕", "走访种粮大户二十户,落实订单", "三月底前签约一千亩")], FormVersion: 1);
        var outcome = await pledge.Execute(write); // Durable when it returns. After a timeout: send the same command again.

        return outcome.Accepted
            ? $"version {outcome.Version}"
            : outcome.Refusal.In(CultureInfo.GetCultureInfo("zh-CN")); // "无权执行此操作……"
    }
}
// </snippet>
