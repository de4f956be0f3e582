using Npgsql;

namespace Township.EventSourcing.PostgreSql.Tests;

public sealed class MigrationTests : IAsyncLifetime
{
    const string Shape = """
        SELECT string_agg(line, chr(10) ORDER BY line) FROM (
            SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(' ' || collation_name, '') AS line
            FROM information_schema.columns WHERE table_schema = 'township'
            UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'township'
            UNION ALL SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'township'::regnamespace
            UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid::regclass::text LIKE 'township.%'
            UNION ALL SELECT 'function ' || pg_get_functiondef(oid) || coalesce(proacl::text, '') FROM pg_proc WHERE pronamespace = 'township'::regnamespace
            UNION ALL SELECT 'version ' || version FROM township.schema_versions
        ) lines
        """;

    StoreDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await StoreDatabase.Create();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Silos_that_start_at_the_same_moment_make_one_schema()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _database.Open())));
        for (var n = 0; n < stores.Length; n++)
            (await stores[n].Append([Sample.Commit(Sample.Stream(), ExpectedVersion.Exactly(n), n)])).Should().AllBeOfType<AppendResult.Committed>();
        foreach (var store in stores) await store.DisposeAsync();
        (await _database.Database.Value<int>("SELECT count(*)::int FROM township.schema_versions")).Should().Be(Migrations.Current);
    }

    [Theory, InlineData(1), InlineData(3)]
    public async Task Migrating_in_steps_at_once_and_by_hand_gives_the_same_schema(int partitions)
    {
        async Task<string> Migrated(Func<StoreDatabase, Task> migrate)
        {
            await using var database = await StoreDatabase.Create();
            await migrate(database);
            return await database.Database.Value<string>(Shape);
        }

        var atOnce = await Migrated(async d => await (await d.Open(o => o.Partitions = partitions)).DisposeAsync());
        (await Migrated(d => d.Run(PostgreSqlSchema.Script(partitions: partitions)))).Should().Be(atOnce);
        (await Migrated(async d =>
        {
            await using var connection = new NpgsqlConnection(d.Database.ConnectionString);
            await connection.OpenAsync();
            for (var version = 1; version <= Migrations.Current; version++)
                (await new Migrations(new("township")).Apply(connection, version, partitions, default)).Should().Be(version - 1);
        })).Should().Be(atOnce).And.Contain("FUNCTION township.append");
    }

    [Fact]
    public async Task A_store_of_an_older_schema_is_brought_up_to_date()
    {
        await using (var connection = new NpgsqlConnection(_database.Database.ConnectionString))
        {
            await connection.OpenAsync();
            await new Migrations(new("township")).Apply(connection, 2, 1, default);
        }

        var read = () => _database.OpenReader();
        await using (var reader = await read()) (await reader.All()).Should().BeEmpty();
        await _database.Fill(Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1));
    }

    [Fact]
    public async Task A_store_of_a_newer_schema_is_refused()
    {
        await _database.Fill(Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1));
        await _database.Run("INSERT INTO township.schema_versions (version) VALUES (99)");
        await IsRefused($"The schema 'township' has version 99; this program knows versions up to {Migrations.Current}. Use a newer program.");
    }

    [Fact]
    public async Task A_schema_of_another_application_is_refused_and_unchanged()
    {
        await _database.Run("CREATE SCHEMA township; CREATE TABLE township.recipes (name text)");
        await IsRefused("The schema 'township' belongs to another application.");
        (await _database.Database.Value<long>("SELECT count(*) FROM pg_class WHERE relnamespace = 'township'::regnamespace AND relkind = 'r'")).Should().Be(1);
    }

    [Fact]
    public async Task Several_stores_share_a_database()
    {
        await using var first = await _database.Open();
        await using var second = await _database.Open(o => o.Schema = "township_2");
        foreach (var store in (IEventStore[])[first, second]) (await store.Append([Sample.Commit(Sample.Stream(), ExpectedVersion.None, 1)])).Should().AllBeOfType<AppendResult.Committed>();
        (await first.All()).Should().Equal(await second.All());
    }

    [Theory, InlineData("Township"), InlineData("t;drop"), InlineData(""), InlineData("1a"), InlineData("a\"b")]
    public async Task A_schema_name_that_would_need_quotes_is_refused(string name)
    {
        var open = () => _database.Open(o => o.Schema = name);
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage("*is not a schema name*");
    }

    [Fact]
    public async Task A_database_that_does_not_keep_every_character_is_refused()
    {
        var name = $"latin_{Guid.CreateVersion7():N}";
        await _database.Run($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
        var open = () => _database.Open(o => o.ConnectionString = new NpgsqlConnectionStringBuilder(o.ConnectionString) { Database = name }.ToString());
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage($"The database '{name}' has the encoding LATIN1; only UTF8 keeps every byte.");
        await _database.Run($"DROP DATABASE {name} WITH (FORCE)");
    }

    [Fact]
    public async Task A_server_that_is_not_there_and_a_connection_string_that_is_none_are_told()
    {
        var nowhere = () => _database.Open(o => o.ConnectionString = "Host=127.0.0.1;Port=1;Username=nobody");
        (await nowhere.Should().ThrowAsync<StoreOpenException>()).WithMessage("The database cannot be opened:*");
        var nonsense = () => _database.Open(o => o.ConnectionString = "Nonsense=1");
        (await nonsense.Should().ThrowAsync<StoreOpenException>()).WithMessage("The connection string cannot be used:*");
        var empty = () => _database.OpenReader();
        (await empty.Should().ThrowAsync<StoreOpenException>()).WithMessage("There is no store in schema 'township' of database *");
    }

    async Task IsRefused(string message)
    {
        var open = () => _database.Open();
        (await open.Should().ThrowAsync<StoreOpenException>()).WithMessage(message);
        var read = () => _database.OpenReader();
        (await read.Should().ThrowAsync<StoreOpenException>()).WithMessage(message);
    }
}
