using System.Net.Sockets;
using Npgsql;

namespace Township.EventSourcing.PostgreSql;

/// <summary>Maps the errors of PostgreSQL and Npgsql to the exceptions of a store.</summary>
static class PostgreSqlFaults
{
    public static EventStoreException While(string doing, Exception cause, bool mayHaveCommitted = false) =>
        cause is PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted }
            ? new StoreCorruptException($"The database is damaged (found while {doing}): {cause.Message}", cause) { Chinese = $"数据库已损坏（{cause.Message}）。" }
            : new StoreUnavailableException($"The database failed while {doing}: {Message(cause)}", cause, mayHaveCommitted) { Chinese = $"数据库读写失败（{Message(cause)}）。" };

    public static EventStoreException Opening(string schema, Exception cause) => cause switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => new StoreOpenException(
            $"The role may not do what opening schema '{schema}' needs: {Message(cause)} See docs/postgresql.md.", cause)
        {
            Chinese = $"数据库角色的权限不足，无法打开数据库结构“{schema}”（{Message(cause)}）。请参阅 docs/postgresql.md。",
        },
        _ => new StoreOpenException($"The database cannot be opened: {Message(cause)}", cause) { Chinese = $"无法连接或打开数据库（{Message(cause)}）。" },
    };

    /// <summary>
    /// Returns whether the failed command is certain to have stored nothing. An ERROR ends the transaction before the answer. When the
    /// session ends (FATAL) or the connection breaks, the commit may be done and only its answer lost.
    /// </summary>
    public static bool IsCleanRefusal(this Exception e) => e is PostgresException { InvariantSeverity: "ERROR" };

    /// <summary>
    /// Returns whether the error comes from the network or the server. Npgsql passes on some runtime exceptions unwrapped.
    /// </summary>
    public static bool IsOfDatabase(this Exception e) => e is NpgsqlException or IOException or SocketException or TimeoutException
        || (e is InvalidOperationException and not ObjectDisposedException && e.Source == nameof(Npgsql));

    static string Message(Exception e) => e is PostgresException p ? $"{p.SqlState} {p.MessageText}"
        : e.InnerException is { } inner and not PostgresException ? $"{e.Message} {inner.Message}" : e.Message;
}
