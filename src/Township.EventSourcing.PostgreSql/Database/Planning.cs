using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// How the server goes about a store's statements. They are prepared when the tables are still small, and stay planned that
/// way while the tables grow: a plan that reads or hashes all streams for a few of them, right for the first hundred, is still
/// in use at a million. So every row is looked up by an index, from the first one on.
/// </summary>
static class Planning
{
    static readonly string[] Methods = ["enable_seqscan", "enable_hashjoin", "enable_mergejoin", "enable_material"];

    // A table that has to be read whole, such as one of a single row, counts as very dear when that is switched off, and the server
    // would compile every such statement, for longer than a hundred times what it takes.
    static readonly string RowByRow = Set("off", [.. Methods, "jit"], isLocal: false), Whole = Set("on", Methods, isLocal: true);

    /// <summary>For every new connection to a store.</summary>
    public static async Task LookUpRowByRow(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(RowByRow, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Lets the server choose until the end of the transaction, for what reads the whole store.</summary>
    public static async Task ChooseFreely(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Whole, transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static string Set(string value, string[] settings, bool isLocal) =>
        $"SELECT {string.Join(", ", settings.Select(m => $"set_config('{m}', '{value}', {isLocal.ToString().ToLowerInvariant()})"))}";
}
