using Township.Clustering.PostgreSql;
using Township.EventSourcing.PostgreSql;

namespace Township.Silo.Tests;

/// <summary><c>silo -- migrate</c>, and silos that need it.</summary>
public sealed class MigrateTests
{
    static readonly (string Schema, int Version)[] Newest =
        [("township", PostgreSqlSchema.CurrentVersion), ("township_cluster", ClusterSchema.CurrentVersion), ("township_keys", PersonalKeysSchema.CurrentVersion)];

    [Fact]
    public async Task It_says_what_it_did_and_does_it_once()
    {
        await using var cluster = await SiloCluster.OnEmptyDatabase();
        (await cluster.Migrate()).Should().Be(new ProcessEnd(0, Said("was 0"), ""));
        (await cluster.Migrate()).Should().Be(new ProcessEnd(0, Said("nothing to do"), ""));

        static string Said(string what) => string.Concat(Newest.Select(s => $"Schema {s.Schema}: version {s.Version}, {what}.\n"));
    }

    [Fact]
    public async Task A_silo_whose_tables_are_missing_says_that_they_must_be_made_first_and_makes_none()
    {
        await using var cluster = await SiloCluster.OnEmptyDatabase();
        (await cluster.Launch().End()).IsRefusal(3, "Run 'silo -- migrate'");
        (await cluster.Database.Value<long>("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'township%'")).Should().Be(0);
    }

    [Fact]
    public async Task A_silo_works_with_what_it_grants_to_the_silos_role()
    {
        var role = $"silo_{Guid.CreateVersion7():N}";
        await using var cluster = await SiloCluster.OnEmptyDatabase();
        (await cluster.Migrate("--silo", role)).IsRefusal(3, $"The role '{role}' cannot be granted");
        await cluster.Database.Run($"CREATE ROLE {role} LOGIN PASSWORD 'x'");
        (await cluster.Migrate("--silo", role)).Output.Should().EndWith($"Role {role}: granted what a silo needs.\n");

        var silo = await cluster.Start($"--Township:Store:ConnectionString={cluster.Database.As(role, "x")}", "--Township:Snapshots:Every=5");
        await using (var client = await cluster.Connect())
        await using (var load = SteadyLoad.Start(client.Grains, clients: 2))
        {
            await load.Answers(40);
            await load.Finish();
            load.Failures.Should().BeEmpty();
            (await silo.Get("/health/ready")).Body.Should().Be("Healthy", "it keeps views too");
        }

        await silo.Signal("TERM");
        (await silo.End()).Should().Match<ProcessEnd>(e => e.ExitCode == 0 && e.Error == "");
        (await cluster.Database.Value<long>("SELECT count(*) FROM township_cluster.OrleansStorage")).Should().BePositive("snapshots are kept there");
        await cluster.Database.Run($"DROP OWNED BY {role}; DROP ROLE {role}");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_in_one_line()
    {
        await using var cluster = await SiloCluster.OnEmptyDatabase();
        (await cluster.Migrate("--Township:Store:ConnectionString=Host=127.0.0.1;Port=1;Username=nobody")).IsRefusal(3, "The database cannot be opened:");
    }
}
