using System.Net;
using System.Net.Sockets;

namespace Township.Silo;

/// <summary>The two ports of a silo, from the configuration section <c>Silo</c>.</summary>
sealed record Ports(int Silo, int Gateway)
{
    public static Ports From(IConfiguration configuration) => new(
        configuration.GetValue("Silo:SiloPort", 11111), configuration.GetValue("Silo:GatewayPort", 30000));

    /// <summary>Two ports that are free now, so that a sample never meets a running silo.</summary>
    public static Ports Free()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return new(((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }

    public string[] AsSettings() => [$"--Silo:SiloPort={Silo}", $"--Silo:GatewayPort={Gateway}"];
}
