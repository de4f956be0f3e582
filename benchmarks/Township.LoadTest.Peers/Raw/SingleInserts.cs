using System.Text.Json;
using Npgsql;

namespace Township.LoadTest.Peers;

/// <summary>The plainest event store: a table with a unique (stream, version), and one prepared INSERT per event, which is its own transaction.</summary>
sealed class SingleInserts : IPeer
{
    const string Table = "CREATE TABLE IF NOT EXISTS events (stream text COLLATE \"C\", version int, data text, PRIMARY KEY (stream, version))";

    readonly NpgsqlDataSource _database;

    SingleInserts(NpgsqlDataSource database) => _database = database;

    public string Version { get; } = $"Npgsql {Package.VersionOf("Npgsql")}";

    public static async Task<SingleInserts> Start(WorkOrder work)
    {
        var settings = new NpgsqlConnectionStringBuilder(work.ConnectionString)
        {
            MaxPoolSize = 64,
            MinPoolSize = 16,
            MaxAutoPrepare = 10,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
            Timeout = 60,
        };
        var database = NpgsqlDataSource.Create(settings);
        await using var table = database.CreateCommand(Table);
        await table.ExecuteNonQueryAsync();
        return new(database);
    }

    public IPeerLedger[] Ledgers(string prefix, int count) => [.. Enumerable.Range(0, count).Select(n => new Ledger(_database, $"{prefix}-{n}"))];

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    sealed class Ledger(NpgsqlDataSource database, string stream) : IPeerLedger
    {
        int _version;

        public async Task Enter(int number, string text)
        {
            var version = Interlocked.Increment(ref _version);
            var entered = new Entered(version, text, number, Entered.Clerk, TimeProvider.System.GetUtcNow());
            await using var insert = database.CreateCommand("INSERT INTO events VALUES ($1, $2, $3)");
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
            insert.Parameters.Add(new NpgsqlParameter<int> { TypedValue = version });
            insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(entered, EnteredJson.Unescaped.Entered) });
            await insert.ExecuteNonQueryAsync();
        }

        public async Task<LedgerSum> Look()
        {
            await using var select = database.CreateCommand("SELECT data FROM events WHERE stream = $1 ORDER BY version");
            select.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
            await using var rows = await select.ExecuteReaderAsync();
            var sum = new LedgerSum();
            while (await rows.ReadAsync())
            {
                var entered = JsonSerializer.Deserialize(rows.GetString(0), EnteredJson.Unescaped.Entered)!;
                sum = new(sum.Entries + 1, sum.Total + entered.Amount);
            }

            _version = sum.Entries;
            return sum;
        }
    }
}
