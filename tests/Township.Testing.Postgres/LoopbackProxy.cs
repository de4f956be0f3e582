using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Township.Testing.Postgres;

/// <summary>What happens to bytes on their way.</summary>
public enum Traffic
{
    /// <summary>They arrive.</summary>
    Passes,

    /// <summary>What the server answers never arrives; the connection stays open.</summary>
    AnswersVanish,

    /// <summary>Nothing arrives on either side; the connection stays open, as when a cable is pulled.</summary>
    Vanishes,

    /// <summary>Everything arrives, each piece half a second late.</summary>
    Delayed,
}

/// <summary>A network between a client and a server on this machine that tests can spoil.</summary>
public sealed class LoopbackProxy : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly (string Host, int Port) _server;
    readonly ConcurrentDictionary<TcpClient, TcpClient> _connections = [];
    readonly Task _accepting;

    /// <param name="host">The server's host, on this machine.</param>
    /// <param name="port">The server's port.</param>
    public LoopbackProxy(string host, int port)
    {
        _server = (host, port);
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Where clients connect to.</summary>
    public string Host { get; } = "127.0.0.1";

    /// <summary>Where clients connect to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What happens from now on.</summary>
    public Traffic Traffic { get; set; }

    /// <summary>How many bytes clients have sent since the proxy was made, arrived or not.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    long _sent;

    /// <summary>Breaks all connections.</summary>
    public void Cut()
    {
        foreach (var (client, server) in _connections)
        {
            Break(client);
            Break(server);
        }
    }

    /// <summary>Ends what the server says on all connections, and tells the server nothing: it still listens.</summary>
    public void HalfClose()
    {
        foreach (var client in _connections.Keys) client.Client?.Shutdown(SocketShutdown.Send);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Cut();
        await _accepting;
    }

    async Task Accept()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return; // The proxy has been disposed.
            }

            _ = Serve(client);
        }
    }

    async Task Serve(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        _connections[client] = server;
        try
        {
            await server.ConnectAsync(_server.Host, _server.Port);
            await Task.WhenAny(Copy(client, server, isAnswer: false), Copy(server, client, isAnswer: true));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Broken connections are what this is for.
        }
        finally
        {
            _connections.TryRemove(client, out _);
            client.Dispose();
        }
    }

    async Task Copy(TcpClient from, TcpClient to, bool isAnswer)
    {
        var buffer = new byte[64 * 1024];
        while (await from.GetStream().ReadAsync(buffer) is > 0 and var count)
        {
            if (!isAnswer) Interlocked.Add(ref _sent, count);
            if (Traffic == Traffic.Vanishes || (isAnswer && Traffic == Traffic.AnswersVanish)) continue;
            if (Traffic == Traffic.Delayed) await Late();
            await to.GetStream().WriteAsync(buffer.AsMemory(0, count));
        }
    }

    static async Task Late()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        await timer.WaitForNextTickAsync();
    }

    // A reset, not an orderly end. Without a socket the connection has ended by itself.
    static void Break(TcpClient client) => client.Client?.Close(timeout: 0);
}
