using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// The query planner settings of a store's connections. Statements are prepared while the tables are small, and keep their plans while the
/// tables grow: a plan that scans or hashes all streams, right for the first hundred, would still be used at a million. So every row is
/// looked up by index from the beginning.
/// </summary>
static class Planning
{
    static readonly string[] Methods = ["enable_seqscan", "enable_hashjoin", "enable_mergejoin", "enable_material"];

    // A table that must be read whole, such as a table with a single row, gets a very high cost when scans are switched off, and the server
    // would then JIT-compile every such statement, which takes a hundred times as long as running it. So JIT is off, too.
    static readonly string RowByRow = Set("off", [.. Methods, "jit"], isLocal: false), Whole = Set("on", Methods, isLocal: true);

    /// <summary>Applies the settings to a new connection.</summary>
    public static async Task LookUpRowByRow(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(RowByRow, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Lets the planner choose freely until the end of the transaction, for queries that read the whole store.</summary>
    public static async Task ChooseFreely(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Whole, transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static string Set(string value, string[] settings, bool isLocal) =>
        $"SELECT {string.Join(", ", settings.Select(m => $"set_config('{m}', '{value}', {isLocal.ToString().ToLowerInvariant()})"))}";
}
