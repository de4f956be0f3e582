using System.Net;
using System.Net.Sockets;
using Example.Bicycles;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Example;

/// <summary>The silo itself, on a store that is empty.</summary>
public sealed class SiloTests : IAsyncLifetime
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("example-");
    readonly WebApplication _silo;

    public SiloTests()
    {
        // Two at once, so that they are not the same one.
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        _silo = SiloHost.Build(
            $"--Township:Store:ConnectionString=Data Source={Path.Combine(_folder.FullName, "township.db")}",
            $"--Silo:SiloPort={FreePort(one)}", $"--Silo:GatewayPort={FreePort(other)}", "--Urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Warning");
    }

    public async ValueTask InitializeAsync() => await _silo.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _silo.StopAsync();
        await _silo.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_is_lent_to_a_cadre_of_a_township_that_was_just_founded()
    {
        var grains = _silo.Services.GetRequiredService<IGrainFactory>();
        var today = LocalTime.DateOf(TimeProvider.System.GetUtcNow());
        await Founding.Found(grains, "huimin", today);
        await Founding.Found(grains, "huimin", today);

        using var _ = CallerContext.Use(new Actor("c-002", "huimin", [Roles.Office]));
        var grain = grains.GetGrain<IBicycleGrain>("huimin/b-001");
        Assert.Equal(new(OutcomeKind.Accepted, 1), await grain.Execute(new BicycleCommand.Register("B-001")));
        Assert.Equal(CommonRefusals.Unknown.With("c-018"), (await grain.Execute(new BicycleCommand.Lend("c-018", today))).Refusal);
        Assert.Equal(new(OutcomeKind.Accepted, 2), await grain.Execute(new BicycleCommand.Lend("c-017", today)));
        Assert.Equal("c-017", (await grain.View()).View.BorrowerId);

        var lists = grains.GetGrain<IBicycleQueriesGrain>("huimin");
        var lent = await Eventually(() => lists.List(new(BorrowerId: "c-017"), new()), page => page.Items.Count > 0);
        Assert.Equal(("b-001", BicycleStatus.OnLoan), (lent.Items[0].BicycleId, lent.Items[0].Status));
    }

    // Lists are behind the commands, usually by milliseconds.
    static async Task<T> Eventually<T>(Func<Task<T>> ask, Func<T, bool> enough)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(giveUp.Token))
        {
            try
            {
                if (await ask() is var answer && enough(answer)) return answer;
            }
            catch (ReadModelsUnavailableException)
            {
                // The table is being made.
            }
        }

        throw new TimeoutException();
    }

    static int FreePort(TcpListener listener)
    {
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
