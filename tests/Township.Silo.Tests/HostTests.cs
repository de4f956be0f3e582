using System.Net;
using System.Net.Sockets;

namespace Township.Silo.Tests;

/// <summary>The silo as an operator runs it.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task A_silo_answers_its_health_checks_keeps_its_store_from_a_second_one_and_stops_cleanly_on_Ctrl_C()
    {
        using var folder = new TemporaryFolder();
        await using var silo = SiloProcess.Host(folder);
        await silo.IsReady();
        (await silo.Get("/health/live")).Should().Be((HttpStatusCode.OK, "Healthy"));
        (await silo.Get("/health/ready")).Should().Be((HttpStatusCode.OK, "Healthy"));

        await using var second = SiloProcess.Host(folder);
        Refused(await second.End(), 3, "township.db");
        (await silo.Get("/health/ready")).Status.Should().Be(HttpStatusCode.OK);
        await StopsCleanly(silo, "INT", folder);
    }

    [Fact]
    public async Task A_silo_that_was_killed_starts_again_on_the_same_store_and_stops_cleanly_when_told()
    {
        using var folder = new TemporaryFolder();
        await using (var killed = SiloProcess.Host(folder))
        {
            await killed.IsReady();
            killed.Kill();
            await killed.End();
        }

        await using var silo = SiloProcess.Host(folder);
        await silo.IsReady();
        (await silo.Get("/health/ready")).Should().Be((HttpStatusCode.OK, "Healthy"));
        await StopsCleanly(silo, "TERM", folder);
    }

    [Theory]
    [InlineData("--Township:Store:Provider=oracle", "oracle")]
    [InlineData("--Township:Store:Providr=sqlite", "Providr")]
    [InlineData("--Township:Snapshots:Every=many", "many")]
    [InlineData("--Township:Store:ConnectionString=nonsense", "ConnectionString")]
    [InlineData("--Township:GroupCommit:MaxBatchCommits=0", "GroupCommit")]
    [InlineData("--Silo:SiloPort=eleven", "eleven")]
    [InlineData("--Silo:Adress=127.0.0.1", "Adress")]
    [InlineData("--Silo:Address=0.0.0.0", "0.0.0.0")]
    [InlineData("--Silo:Address=nowhere.invalid", "nowhere.invalid")]
    [InlineData("--Silo:Address=192.0.2.1", "use 'adonet'")]
    [InlineData("--Township:Cluster=redis", "use 'localhost' or 'adonet'")]
    [InlineData("--Township:Cluster=adonet", "set Township:Store:Provider to 'postgres'")]
    [InlineData("--Township:Cluster:Knd=adonet", "Knd")]
    [InlineData("--Urls=http://:not a url", "not a url")]
    [InlineData("--Urls=nonsense", "nonsense")]
    [InlineData("--Urls=http://127.0.0.1:99999999", "99999999")]
    public async Task A_wrong_setting_is_told_in_one_line(string setting, string told)
    {
        using var folder = new TemporaryFolder();
        await using var silo = SiloProcess.Host(folder, setting);
        Refused(await silo.End(), 2, told);
    }

    [Theory]
    [InlineData("sampel")]
    [InlineData("sample --dta elsewhere")]
    [InlineData("migrate")]
    [InlineData("migrate now")]
    public async Task A_wrong_command_line_is_told_in_one_line(string arguments)
    {
        using var folder = new TemporaryFolder();
        await using var silo = SiloProcess.Start(folder.Path, arguments.Split(' '));
        Refused(await silo.End(), 2, arguments switch { "sampel" => "sampel", "migrate" => "'sqlite', which needs no migration", "migrate now" => "'now'", _ => "--dta" });
        Directory.GetFileSystemEntries(folder.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_is_told_in_one_line()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "data"), "a file", TestContext.Current.CancellationToken);
        await using var sample = SiloProcess.Start(folder.Path, "sample");
        Refused(await sample.End(), 3, "data");
    }

    [Theory]
    [InlineData("--Urls=http://127.0.0.1:{0}")]
    [InlineData("--Silo:SiloPort={0}")]
    [InlineData("--Silo:GatewayPort={0}")]
    public async Task A_port_in_use_is_told_in_one_line(string setting)
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await using var silo = SiloProcess.Host(folder, string.Format(System.Globalization.CultureInfo.InvariantCulture, setting, port));
        Refused(await silo.End(), 4, "in use");
    }

    [Fact]
    public async Task A_store_of_something_else_is_refused()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Store, new string('x', 10_000), TestContext.Current.CancellationToken);
        await using var silo = SiloProcess.Host(folder);
        Refused(await silo.End(), 3, "township.db");
    }

    [Fact]
    public async Task A_store_without_its_vault_and_a_vault_without_its_store_are_refused_in_one_line_that_names_both()
    {
        using var folder = new TemporaryFolder();
        var history = await Stores.Fill(folder.Store);
        await using (var silo = SiloProcess.Host(folder)) Refused(await silo.End(), 3, $"holds 1 commits of history {history}, and '{folder.Keys}' is not the vault of its keys.");
        File.Exists(folder.Keys).Should().BeFalse();

        using var other = new TemporaryFolder();
        await using (var silo = SiloProcess.Host(other)) await silo.IsReady();
        File.Copy(other.Keys, folder.Keys);
        await using (var silo = SiloProcess.Host(folder)) Refused(await silo.End(), 3, $"holds history {history}, and '{folder.Keys}' keeps the keys of history ");
        File.Delete(folder.Store);
        await using (var silo = SiloProcess.Host(folder)) Refused(await silo.End(), 3, "'township privacy adopt --reason");
    }

    [Fact]
    public async Task Snapshots_in_a_damaged_file_are_told_in_one_line()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "township-snapshots.db"), new string('x', 10_000), TestContext.Current.CancellationToken);
        await using var silo = SiloProcess.Host(folder);
        Refused(await silo.End(), 3, "township-snapshots.db");
    }

    static async Task StopsCleanly(SiloProcess silo, string signal, TemporaryFolder folder)
    {
        await silo.Signal(signal);
        (await silo.End()).Should().Match<ProcessEnd>(e => e.ExitCode == 0 && e.Error == "");
        Directory.GetFiles(folder.Path, "township.db-*").Should().BeEmpty("a store that was closed leaves no write-ahead log behind");
    }

    static void Refused(ProcessEnd end, int exitCode, string told) => end.IsRefusal(exitCode, told);
}
