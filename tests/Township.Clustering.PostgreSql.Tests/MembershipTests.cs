namespace Township.Clustering.PostgreSql.Tests;

/// <summary>What Orleans' membership protocol asks of its table.</summary>
public sealed class MembershipTests : IAsyncLifetime
{
    PostgresDatabase _database = null!;
    Providers _providers = null!;

    IMembershipTable Table => _providers.Membership;

    public async ValueTask InitializeAsync()
    {
        _database = await PostgresDatabase.Create();
        await ClusterSchema.Migrate(_database.ConnectionString);
        _providers = await Providers.Create(_database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _providers.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_silo_is_read_back_as_it_was_written()
    {
        var silo = Providers.Silo(1, SiloStatus.Joining);
        (await Table.InsertRowAsync(silo, Next(await Table.ReadAllAsync()))).Should().BeTrue();
        await IsStored(silo, version: 1);

        (silo.Status, silo.IAmAliveTime) = (SiloStatus.Active, silo.IAmAliveTime.AddSeconds(5));
        silo.AddSuspector(Providers.Silo(2, SiloStatus.Active).SiloAddress, silo.IAmAliveTime);
        (await Update(silo)).Should().BeTrue();
        await IsStored(silo, version: 2);
    }

    [Fact]
    public async Task An_empty_table_has_a_version_and_initialising_it_again_changes_nothing()
    {
        await Table.InsertRowAsync(Providers.Silo(1, SiloStatus.Active), Next(await Table.ReadAllAsync()));
        await using var second = await Providers.Create(_database.ConnectionString);
        (await second.Membership.ReadAllAsync()).Version.Version.Should().Be(1);

        var nobody = await Table.ReadRowAsync(Providers.Silo(9, SiloStatus.Active).SiloAddress);
        (nobody.Members.Count, nobody.Version.Version).Should().Be((0, 1));
    }

    [Fact]
    public async Task Who_has_read_an_older_version_changes_nothing()
    {
        var old = Next(await Table.ReadAllAsync());
        (await Table.InsertRowAsync(Providers.Silo(1, SiloStatus.Active), old)).Should().BeTrue();

        (await Table.InsertRowAsync(Providers.Silo(2, SiloStatus.Active), old)).Should().BeFalse();
        (await Table.UpdateRowAsync(Providers.Silo(1, SiloStatus.Dead), old.VersionEtag, old)).Should().BeFalse();
        (await Table.InsertRowAsync(Providers.Silo(1, SiloStatus.Active), Next(await Table.ReadAllAsync()))).Should().BeFalse("it is there already");
        (await Update(Providers.Silo(3, SiloStatus.Active))).Should().BeFalse("it is not there");
        await IsStored(Providers.Silo(1, SiloStatus.Active), version: 1);
    }

    [Fact]
    public async Task Of_many_that_come_at_once_one_gets_each_version()
    {
        for (var round = 0; round < 5; round++)
        {
            var read = Next(await Table.ReadAllAsync());
            var came = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(() => Table.InsertRowAsync(Providers.Silo(10 * round + n, SiloStatus.Joining), read))));
            came.Count(won => won).Should().Be(1);
            var now = await Table.ReadAllAsync();
            (now.Members.Count, now.Version.Version).Should().Be((round + 1, round + 1));
        }
    }

    [Fact]
    public async Task A_heartbeat_changes_its_own_time_only_and_an_older_view_does_not_take_it_back()
    {
        var silo = Providers.Silo(1, SiloStatus.Active);
        await Table.InsertRowAsync(silo, Next(await Table.ReadAllAsync()));
        var stale = silo.IAmAliveTime;
        silo.IAmAliveTime = stale.AddSeconds(30);
        await Table.UpdateIAmAliveAsync(silo);
        await IsStored(silo, version: 1);

        await Update(Providers.Silo(1, SiloStatus.ShuttingDown, stale));
        silo.Status = SiloStatus.ShuttingDown;
        await IsStored(silo, version: 2);
    }

    [Fact]
    public async Task Clients_are_told_the_gateways_of_silos_that_are_active()
    {
        foreach (var silo in (MembershipEntry[])[Providers.Silo(1, SiloStatus.Active), Providers.Silo(2, SiloStatus.Joining), Providers.Silo(3, SiloStatus.Dead), Providers.Silo(4, SiloStatus.Active)])
            await Table.InsertRowAsync(silo, Next(await Table.ReadAllAsync()));
        (await _providers.Gateways.GetGateways()).Select(g => g.Port).Should().BeEquivalentTo([1001, 1004]);
    }

    [Fact]
    public async Task Only_silos_that_died_longAgo_are_forgotten()
    {
        var (now, longAgo) = (new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
        foreach (var silo in (MembershipEntry[])[Providers.Silo(1, SiloStatus.Dead, longAgo), Providers.Silo(2, SiloStatus.Dead, now), Providers.Silo(3, SiloStatus.Active, longAgo)])
            await Table.InsertRowAsync(silo, Next(await Table.ReadAllAsync()));
        var suspected = Providers.Silo(4, SiloStatus.Dead, longAgo);
        await Table.InsertRowAsync(suspected, Next(await Table.ReadAllAsync()));
        suspected.AddSuspector(Providers.Silo(2, SiloStatus.Active).SiloAddress, longAgo);
        await Update(suspected);

        await Table.CleanupDefunctSiloEntriesAsync(now.AddDays(-7));
        (await Table.ReadAllAsync()).Members.Select(m => m.Item1.SiloAddress.Endpoint.Port).Should().BeEquivalentTo([2, 3]);
    }

    [Fact]
    public async Task Clusters_share_a_database_without_seeing_each_other()
    {
        await using var other = await Providers.Create(_database.ConnectionString, cluster: "c-2");
        await Table.InsertRowAsync(Providers.Silo(1, SiloStatus.Active), Next(await Table.ReadAllAsync()));
        (await other.Membership.ReadAllAsync()).Members.Should().BeEmpty();
        await other.Membership.DeleteMembershipTableEntriesAsync("c-2");
        await Table.InsertRowAsync(Providers.Silo(2, SiloStatus.Active), Next(await Table.ReadAllAsync()));
        (await Table.ReadAllAsync()).Members.Should().HaveCount(2);
        await Table.DeleteMembershipTableEntriesAsync("c-1");
        (await _database.Value<long>("SELECT count(*) FROM township_cluster.OrleansMembershipVersionTable")).Should().Be(0);
    }

    static TableVersion Next(MembershipTableData table) => table.Version.Next();

    async Task<bool> Update(MembershipEntry silo)
    {
        var table = await Table.ReadAllAsync();
        return await Table.UpdateRowAsync(silo, table.Version.VersionEtag, Next(table));
    }

    async Task IsStored(MembershipEntry silo, int version)
    {
        foreach (var table in (MembershipTableData[])[await Table.ReadAllAsync(), await Table.ReadRowAsync(silo.SiloAddress)])
        {
            table.Members.Select(m => m.Item1).Should().BeEquivalentTo([silo]);
            table.Version.Version.Should().Be(version);
        }
    }
}
