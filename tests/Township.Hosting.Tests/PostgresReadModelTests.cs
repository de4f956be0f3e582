using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Township.EventSourcing.PostgreSql;
using Township.Pledges;
using Township.Testing.Postgres;
using static Township.Pledges.PledgeEvent;

namespace Township;

/// <summary>Views in the PostgreSQL database of the store, kept by one silo of several.</summary>
public sealed class PostgresReadModelTests : ReadModelTests, IAsyncLifetime
{
    PostgresDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await PostgresDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task When_the_owner_dies_under_load_another_silo_takes_over_and_no_row_is_doubled_or_missing()
    {
        await using var township = await HostedTownship.Start(Configure, silos: 2);
        await using var checkpoints = Checkpoints();
        await township.Happened("c-0.2026-03", PledgeHistory.Amended(1));
        await checkpoints.Reaches(PledgeHistory.View, 1);

        const int each = 150;
        // The store takes what both silos and a third writer send; one of the silos is killed in the middle.
        await using var elsewhere = await Store();
        var half = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; n < each; n++)
            {
                (await elsewhere.Append([PledgeHistory.Commit("c-0.2026-03", PledgeHistory.Amended(n + 2)), PledgeHistory.Commit($"c-{n}.2026-04", PledgeHistory.Amended(1))])).Should().AllBeOfType<AppendResult.Committed>();
                if (n == each / 2) half.SetResult();
            }
        });
        await half.Task;
        await township.Kill(await Owner(township));
        await writing;
        await checkpoints.Reaches(PledgeHistory.View, 1 + (2 * each));

        await using var connection = Connect();
        await connection.OpenAsync();
        (await connection.PledgeTotals("huimin")).Select(t => (t.Month, t.Amended)).Should().Equal(("2026-03", each + 1), ("2026-04", each));
        (await checkpoints.Find(PledgeHistory.View))!.Owners.Should().ContainSingle().Which.Epoch.Should().Be(2);
    }

    [Fact]
    public async Task A_rival_outside_the_cluster_fences_the_owner_off_and_is_fenced_off_in_turn()
    {
        await using var township = await HostedTownship.Start(Configure, silos: 2);
        await using var checkpoints = Checkpoints();
        await checkpoints.Reaches(PledgeHistory.View, 0);
        await using var store = await Store();
        var rival = new SubscriptionWorker(Subscription.Of(PledgeHistory.Model, checkpoints), store, new(), TimeProvider.System, NullLogger.Instance);
        await rival.Take("rival");
        for (var n = 1; n <= 20; n++)
        {
            await township.Happened("c-0.2026-03", PledgeHistory.Amended(n));
            if (n == 10) await checkpoints.Reaches(PledgeHistory.View, n); // By whichever of them.
        }

        await checkpoints.Reaches(PledgeHistory.View, 20);
        await Shows(20, new PledgeMonthTotals("2026-03", Pledged: 1, 0, Amended: 20, 0, 0, 0, 0, 0));
        var writing = async () =>
        {
            while (await rival.Work()) { }
        };
        await writing.Should().ThrowAsync<SubscriptionDeposedException>("the cluster has taken it back");
    }

    [Fact]
    public async Task Views_may_be_in_another_schema_or_database_than_the_store()
    {
        await using var other = await PostgresDatabase.Create();
        await using (var township = await HostedTownship.Start(options =>
        {
            Configure(options);
            options.Store.ConnectionString += ";Search Path=elsewhere";
        }))
        {
            await township.Happened("c-1.2026-03", new Missed());
            await using var beside = new PostgreSqlCheckpointStore(new() { ConnectionString = _database.ConnectionString, Schema = "elsewhere_read_models" });
            await beside.Reaches(PledgeHistory.View, 1);
        }

        await using (var township = await HostedTownship.Start(options =>
        {
            Configure(options);
            options.ReadModels.ConnectionString = $"{other.ConnectionString};Search Path=shown";
        }))
        {
            await township.Happened("c-1.2026-03", new Missed());
            await using var apart = new PostgreSqlCheckpointStore(new() { ConnectionString = other.ConnectionString, Schema = "shown" });
            await apart.Reaches(PledgeHistory.View, 1);
        }
    }

    [Fact]
    public async Task A_role_that_may_not_create_the_schema_of_read_models_has_its_commands_and_one_line()
    {
        var role = $"silo_{Guid.CreateVersion7():N}";
        await using (await Store()) { }
        await PersonalKeysSchema.Migrate(_database.ConnectionString);
        await _database.Run($"CREATE ROLE {role} LOGIN PASSWORD 'x'; {PostgreSqlSchema.GrantsForSilo(role)} {PersonalKeysSchema.GrantsForSilo(role)}");
        await using (var township = await HostedTownship.Start(options =>
        {
            Configure(options);
            options.Store.ConnectionString = _database.As(role, "x");
            (options.Store.Migrate, options.Snapshots.Every) = (false, 0); // Snapshots would need Orleans' tables.
        }))
        {
            await township.Happened("c-1.2026-03", new Missed());
            var health = township.Silo.GetRequiredService<HealthCheckService>();
            var entry = (await health.CheckHealthAsync(check => check.Name == "subscriptions")).Entries["subscriptions"];
            entry.Should().Match<HealthReportEntry>(e => e.Status == HealthStatus.Degraded
                && e.Description!.StartsWith("The role may not create the schema of the read models: permission denied for database"));
            await _database.Run($"CREATE SCHEMA township_read_models AUTHORIZATION {role}");
            // As the role: whoever makes the tables owns them.
            await using var checkpoints = new PostgreSqlCheckpointStore(new() { ConnectionString = _database.As(role, "x") });
            await checkpoints.Reaches(PledgeHistory.View, 1);
        }

        await Shows(1, new PledgeMonthTotals("2026-03", 0, 0, 0, 0, Missed: 1, 0, 0, 0));

        await _database.Run($"DROP OWNED BY {role} CASCADE; DROP ROLE {role}");
    }

    protected override void Configure(TownshipOptions options)
    {
        options.Store.Provider = StoreProviders.Postgres;
        options.Store.ConnectionString = _database.ConnectionString;
    }

    protected override ICheckpointStore<DbTransaction> Checkpoints() => new PostgreSqlCheckpointStore(new() { ConnectionString = _database.ConnectionString });

    protected override DbConnection Connect() => new NpgsqlConnection($"{_database.ConnectionString};Search Path=township_read_models;Pooling=false");

    Task<PostgreSqlEventStore> Store() => PostgreSqlEventStore.Open(new() { ConnectionString = _database.ConnectionString }, NullLogger<PostgreSqlEventStore>.Instance);

    static async Task<Orleans.TestingHost.InProcessSiloHandle> Owner(HostedTownship township)
    {
        var management = township.Grains.GetGrain<IManagementGrain>(0);
        var address = await management.GetActivationAddress(township.Grains.GetGrain(GrainId.Create("township-subscription", "pledge_months@1")));
        return township.Silos.Single(s => s.SiloAddress.Equals(address));
    }
}
