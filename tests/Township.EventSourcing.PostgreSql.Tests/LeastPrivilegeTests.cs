using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

/// <summary>What a role can do that has been granted what docs/postgresql.md says, and no more.</summary>
public sealed class LeastPrivilegeTests : IAsyncLifetime
{
    const string Password = "not-a-secret";

    readonly string _silo = $"silo_{Guid.CreateVersion7():N}", _auditor = $"auditor_{Guid.CreateVersion7():N}";

    StoreDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await StoreDatabase.Create();
        await _database.Fill(Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1));
        foreach (var role in (string[])[_silo, _auditor]) await _database.Run($"CREATE ROLE {role} LOGIN PASSWORD '{Password}'");
        await _database.Run(PostgreSqlSchema.GrantsForSilo(_silo));
        await _database.Run(PostgreSqlSchema.GrantsForReader(_auditor));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var role in (string[])[_silo, _auditor]) await _database.Run($"DROP OWNED BY {role}; DROP ROLE {role}");
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_silo_opens_appends_and_reads()
    {
        await using var store = await _database.Open(o => o.ConnectionString = As(_silo));
        (await store.Append([Sample.Commit(Sample.Stream(), ExpectedVersion.Exactly(1), 2), Sample.Commit(Sample.Stream("b"), ExpectedVersion.None, 3)]))
            .Should().AllBeOfType<AppendResult.Committed>();
        (await store.Append([Sample.Commit(Sample.Stream(), ExpectedVersion.Exactly(1), 4)])).Should().Equal(new AppendResult.Conflict(ExpectedVersion.Exactly(1), 2));
        (await store.All()).Should().HaveCount(3);
        (await store.CheckStorage()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("UPDATE township.commits SET events = '[]'")]
    [InlineData("DELETE FROM township.commits")]
    [InlineData("TRUNCATE township.commits")]
    [InlineData("INSERT INTO township.commits SELECT * FROM township.commits")]
    [InlineData("INSERT INTO township.streams VALUES (1, 'a/b/c', 'a')")]
    [InlineData("UPDATE township.streams SET category = 'b'")]
    [InlineData("INSERT INTO township.categories (name) VALUES ('b')")]
    [InlineData("SELECT nextval('township.stream_numbers')")]
    [InlineData("UPDATE township.history SET id = gen_random_uuid()")]
    [InlineData("DELETE FROM township.schema_versions")]
    [InlineData("BEGIN; LOCK TABLE township.append_turn; COMMIT")]
    [InlineData("ALTER TABLE township.commits DISABLE TRIGGER ALL")]
    [InlineData("DROP FUNCTION township.take_turn")]
    [InlineData("CREATE TABLE township.mine ()")]
    [InlineData("SET session_replication_role = replica")]
    public async Task A_silo_can_do_nothing_else(string sql)
    {
        await IsRefused(_silo, sql);
        await IsRefused(_auditor, sql);
    }

    [Fact]
    public async Task An_auditor_reads_and_cannot_append()
    {
        await using (var reader = await _database.OpenReader(o => o.ConnectionString = As(_auditor)))
        {
            (await reader.All()).Should().HaveCount(1);
            (await reader.CheckStorage()).Should().BeEmpty();
        }

        await IsRefused(_auditor, "SELECT township.take_turn()");
        await using var store = await _database.Open(o => o.ConnectionString = As(_auditor));
        var append = () => store.Append([Sample.Commit(Sample.Stream(), ExpectedVersion.Exactly(1), 2)]);
        (await append.Should().ThrowAsync<StoreUnavailableException>()).Which.MayHaveCommitted.Should().BeFalse();
    }

    [Fact]
    public async Task A_role_without_grants_is_told_so()
    {
        await _database.Run($"REVOKE ALL ON SCHEMA township FROM {_auditor}; REVOKE ALL ON ALL TABLES IN SCHEMA township FROM {_auditor}");
        var open = () => _database.OpenReader(o => o.ConnectionString = As(_auditor));
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage("The role may not do what opening schema 'township' needs: 42501*See docs/postgresql.md.");
    }

    [Fact]
    public async Task A_silo_that_may_not_migrate_is_told_what_to_do()
    {
        await using var old = await StoreDatabase.Create();
        await old.Run("CREATE SCHEMA township");
        await old.Run($"GRANT USAGE ON SCHEMA township TO {_silo}");
        var open = () => old.Open(o => o.ConnectionString = old.Database.As(_silo, Password));
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage("The role may not*42501*");
        var forbidden = () => old.Open(o => (o.ConnectionString, o.Migrate) = (old.Database.As(_silo, Password), false));
        (await forbidden.Should().ThrowAsync<StoreOpenException>())
            .WithMessage($"The schema 'township' has version 0; this program needs {PostgreSqlSchema.CurrentVersion}. Run 'silo -- migrate', or apply 'township schema postgres --print-sql --from 0', as its owner.");
        await old.Run($"DROP OWNED BY {_silo}");
    }

    string As(string role) => _database.Database.As(role, Password);

    async Task IsRefused(string role, string sql)
    {
        var run = () => PostgresDatabase.Run(As(role), sql);
        (await run.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege, sql);
    }
}
