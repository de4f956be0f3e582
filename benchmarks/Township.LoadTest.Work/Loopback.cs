using System.Net;
using System.Net.Sockets;

namespace Township.LoadTest.Work;

/// <summary>Ports on 127.0.0.1.</summary>
public static class Loopback
{
    /// <summary>One that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
