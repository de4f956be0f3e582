using System.Globalization;
using Example;
using Example.Bicycles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.UseOrleansClient(client => client.UseLocalhostClustering().AddTownship());
using var host = builder.Build();
await host.StartAsync();

var grains = host.Services.GetRequiredService<IGrainFactory>();
var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
await Founding.Found(grains, "huimin", today);

using (CallerContext.Use(new Actor("c-002", "huimin", [Roles.Office])))
{
    var grain = grains.GetGrain<IBicycleGrain>("huimin/b-001");
    await Show(grain, new BicycleCommand.Register("B-001"));
    await Show(grain, new BicycleCommand.Lend("c-017", today.AddDays(3)));
    Console.WriteLine((await grain.View()).View);
    await Show(grain, new BicycleCommand.Return("c-017", "完好"));
}

await host.StopAsync();

static async Task Show(IBicycleGrain grain, BicycleCommand command)
{
    var outcome = await grain.Execute(command); // Durable when it returns. After a timeout: send the same command again.
    Console.WriteLine(outcome.Accepted
        ? $"{command.GetType().Name}: version {outcome.Version}"
        : $"{command.GetType().Name}: {outcome.Refusal.In(CultureInfo.GetCultureInfo("zh-CN"))}");
}
