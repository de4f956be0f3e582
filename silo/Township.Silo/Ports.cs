using System.Net;
using System.Net.Sockets;

namespace Township.Silo;

/// <summary>Where a silo listens, from the configuration section <c>Silo</c>.</summary>
sealed record Ports(IPAddress Address, int Silo, int Gateway)
{
    /// <exception cref="FormatException">The address is none.</exception>
    public static Ports From(IConfiguration configuration)
    {
        var settings = new Settings();
        configuration.GetSection("Silo").Bind(settings, b => b.ErrorOnUnknownConfiguration = true);
        return new(AddressOf(settings.Address), settings.SiloPort, settings.GatewayPort);
    }

    // Others must find the silo there: "every address" is none of its own.
    static IPAddress AddressOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return IPAddress.Loopback;
        var address = IPAddress.TryParse(text, out var parsed) ? parsed : Resolve(text);
        return address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)
            ? throw new FormatException($"Silo:Address is '{text}'; use the address under which other silos and clients reach this one.")
            : address;
    }

    static IPAddress Resolve(string host)
    {
        try
        {
            return Dns.GetHostAddresses(host).OrderBy(a => a.AddressFamily).First();
        }
        catch (Exception e) when (e is SocketException or ArgumentException or InvalidOperationException)
        {
            throw new FormatException($"Silo:Address is '{host}', which is no address and no host: {e.Message}", e);
        }
    }

    sealed class Settings
    {
        public string? Address { get; set; }

        public int SiloPort { get; set; } = 11111;

        public int GatewayPort { get; set; } = 30000;
    }
}
