using System.Globalization;
using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>Settings of the write connection that must not depend on the server's configuration.</summary>
static class SessionSettings
{
    // synchronous_commit: acknowledged means durable; settings stronger than "on" are kept. The server's time limits are shorter than the
    // client's, so that the client gets a definite answer. A silo that is cut off during a transaction blocks the others only until these
    // limits, not until TCP gives up.
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
