using System.Globalization;
using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>What the write connection must not leave to the server's configuration.</summary>
static class SessionSettings
{
    // synchronous_commit: acknowledged means durable; stronger settings than "on" are left as they are.
    // The time limits end what waits on the server before the client gives up, so that it gets a certain answer; and a
    // silo that is cut off in the middle of a transaction does not hold up the others for as long as TCP hopes.
    const string Sql = """
        SELECT set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false),
               set_config('default_transaction_isolation', 'read committed', false),
               set_config('statement_timeout', $1, false),
               set_config('lock_timeout', $1, false),
               set_config('idle_in_transaction_session_timeout', $1, false)
        """;

    public static async Task Apply(NpgsqlConnection connection, TimeSpan commandTimeout, CancellationToken cancellationToken)
    {
        var limit = Math.Max(1, (long)(commandTimeout.TotalMilliseconds * 0.9)).ToString(CultureInfo.InvariantCulture) + "ms";
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = limit } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
