using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Township.Testing.Postgres;

/// <summary>
/// A throwaway server in a temporary folder, on 127.0.0.1. It ends with the process that started it, even when that
/// one is killed: a shell holds it, waits for the end of its input, stops the server and removes the folder.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    const string User = "township";

    // As root the server refuses to run, so everything runs as the user that Debian's package makes. Test classes run side
    // by side with clusters of three silos each, more than the hundred connections that a server takes by default.
    const string Script = """
        set -e
        bin=$1; root=$2; port=$3; primary=$4; shift 4
        data=$root/data
        if [ -z "$primary" ]; then
            "$bin/initdb" -D "$data" -U township -A trust -E UTF8 --locale=C --no-sync > "$root/log" 2>&1
        else
            "$bin/pg_basebackup" -D "$data" -h 127.0.0.1 -p "$primary" -U township -R -X stream -c fast --no-sync > "$root/log" 2>&1
        fi
        { echo "listen_addresses = '127.0.0.1'"; echo "port = $port"; echo "unix_socket_directories = '$root'"; echo "max_connections = 400"; for s in "$@"; do echo "$s"; done; } >> "$data/postgresql.conf"
        "$bin/pg_ctl" -D "$data" -l "$root/log" -w -t 60 start > /dev/null 2>&1
        echo ready
        cat > /dev/null || true
        pid=$(head -n 1 "$data/postmaster.pid" 2> /dev/null) || pid=
        [ -z "$pid" ] || "$bin/pg_ctl" -D "$data" -m immediate -w -t 20 stop > /dev/null 2>&1 || kill -KILL "$pid" || true
        cd /
        rm -rf "$root"
        """;

    static readonly string[] Careless = ["fsync = off", "full_page_writes = off"];

    readonly string _root;
    readonly int _port;
    readonly Process _shell;

    PostgresServer(string root, int port, Process shell) => (_root, _port, _shell) = (root, port, shell);

    /// <summary>How to reach it, as its superuser.</summary>
    public string ConnectionString => $"Host={Address};Username={User};Database=postgres;Include Error Detail=true";

    /// <summary>Its address for connection strings with several hosts.</summary>
    public string Address => $"127.0.0.1:{_port}";

    /// <summary>Starts a server of its own.</summary>
    /// <param name="durable">Whether it waits for the disk, as it must where crashes or speed are looked at.</param>
    /// <param name="settings">More lines for postgresql.conf.</param>
    public static Task<PostgresServer> Start(bool durable = false, params string[] settings) => Start(null, [.. durable ? [] : Careless, .. settings]);

    /// <summary>Starts a replica of this server, which follows it at once.</summary>
    public Task<PostgresServer> StartReplica() => Start(this, Careless);

    static async Task<PostgresServer> Start(PostgresServer? primary, string[] settings)
    {
        for (var attempt = 1; ; attempt++)
        {
            var root = Directory.CreateTempSubdirectory("township-pg-").FullName;
            var port = FreePort();
            if (Environment.UserName == "root") await Run("chown", "postgres", root);
            var shell = Process.Start(AsServerUser("sh", ["-c", Script, "sh", PostgresBinaries.Folder, root, $"{port}", $"{primary?._port}", .. settings], root))!;
            if (await shell.StandardOutput.ReadLineAsync() == "ready") return new(root, port, shell);
            var log = Path.Combine(root, "log");
            var reason = File.Exists(log) ? await File.ReadAllTextAsync(log) : "";
            shell.StandardInput.Close();
            await shell.WaitForExitAsync();
            Directory.Delete(root, recursive: true);
            // Between looking for a free port and listening somebody else may have taken it.
            if (attempt == 3 || !reason.Contains("Address already in use", StringComparison.Ordinal)) throw new InvalidOperationException($"The test server did not start: {reason}");
        }
    }

    /// <summary>Restarts it; <c>immediate</c> is what a crash is to clients and to the files.</summary>
    public Task Restart(string mode = "immediate") => Control("restart", mode);

    /// <summary>Stops it; <see cref="StartAgain"/> starts it.</summary>
    public Task Stop(string mode = "immediate") => Control("stop", mode);

    /// <summary>Starts it again on the same files.</summary>
    public Task StartAgain() => Control("start", null);

    /// <summary>Makes a replica the primary.</summary>
    public Task Promote() => Control("promote", null);

    /// <summary>Ends a session from outside, as an administrator would; false when there is none.</summary>
    public async Task<bool> Terminate(int processId)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_terminate_backend($1)", connection) { Parameters = { new() { Value = processId } } };
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }

    Task Control(string what, string? mode)
    {
        var pgCtl = Path.Combine(PostgresBinaries.Folder, "pg_ctl");
        string[] arguments = [what, "-s", "-D", Path.Combine(_root, "data"), "-l", Path.Combine(_root, "log"), "-w", "-t", "60", .. mode is null ? Array.Empty<string>() : ["-m", mode]];
        return Run(AsServerUser(pgCtl, arguments, _root));
    }

    static ProcessStartInfo AsServerUser(string program, IEnumerable<string> arguments, string folder)
    {
        var isRoot = Environment.UserName == "root";
        var start = isRoot
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", "--", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.WorkingDirectory) = (true, true, folder);
        return start;
    }

    static Task Run(string program, params string[] arguments) => Run(new ProcessStartInfo(program, arguments));

    // What a server inherits stays open as long as it runs: it is told to write to its log, and nobody waits for the end of output.
    static async Task Run(ProcessStartInfo start)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (false, false);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"'{start.FileName} {string.Join(' ', start.ArgumentList)}' ended with {process.ExitCode}.");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
