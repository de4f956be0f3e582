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

    static readonly string RowByRow = Set("off", isLocal: false), Whole = Set("on", isLocal: true);

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

    static string Set(string value, bool isLocal) => $"SELECT {string.Join(", ", Methods.Select(m => $"set_config('{m}', '{value}', {isLocal.ToString().ToLowerInvariant()})"))}";
}
