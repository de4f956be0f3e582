namespace Example;

/// <summary>A silo with everything of Township and what is of one's own.</summary>
public static class SiloHost
{
    public static WebApplication Build(params string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls(builder.Configuration["Urls"] ?? "http://127.0.0.1:5080");
        builder.Host.UseOrleans(silo => silo
            .UseLocalhostClustering(
                builder.Configuration.GetValue("Silo:SiloPort", 11111), builder.Configuration.GetValue("Silo:GatewayPort", 30000))
            .AddTownship());

        var app = builder.Build();
        app.MapHealthChecks("/health/ready");
        return app;
    }
}
