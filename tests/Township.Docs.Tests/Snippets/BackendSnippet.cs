// <snippet>
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;
using Township;

static class Backend
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering()
            .AddTownship(township => township.Store.ConnectionString = "Data Source=data/township.db"));

        var app = builder.Build();
        app.MapHealthChecks("/health/ready");
        return app; // app.Run() hosts the silo until Ctrl-C.
    }
}
// </snippet>
