using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// Migrates a database to the current schema, one version per transaction. A released migration never changes: append a new one.
/// </summary>
static class Migrations
{
    /// <summary>"TOWN", the value that <c>PRAGMA application_id</c> and the <c>file</c> command show.</summary>
    public const int ApplicationId = 0x544F574E;

    static readonly string[] All = [Migration1Tables.Sql, Migration2AppendOnly.Sql];

    public static int Current => All.Length;

    /// <summary>Returns the database's schema version; 0 for a new database. Changes nothing.</summary>
    /// <exception cref="StoreOpenException">The database belongs to another application, or to a newer version of this one.</exception>
    public static int Identify(SqliteConnection connection, string path)
    {
        var application = connection.Number("PRAGMA application_id");
        var version = connection.Number("PRAGMA user_version");
        if (application == 0 && version == 0 && connection.Number("SELECT count(*) FROM sqlite_schema") == 0) return 0;
        if (application != ApplicationId) throw new StoreOpenException($"'{path}' is a database of another application.") { Chinese = $"“{path}”是其他程序的数据库。" };
        return version <= Current
            ? (int)version
            : throw new StoreOpenException($"'{path}' has schema version {version}; this program knows versions up to {Current}. Use a newer program.")
            {
                Chinese = $"“{path}”的数据库结构为版本 {version}，本程序只支持到版本 {Current}，请使用新版程序。",
            };
    }

    public static void Apply(SqliteConnection connection, int from) => Apply(connection, from, Current);

    internal static void Apply(SqliteConnection connection, int from, int to)
    {
        for (var version = from + 1; version <= to; version++)
        {
            using var transaction = connection.BeginTransaction();
            connection.Run(All[version - 1]);
            connection.Run(
                string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={ApplicationId}; PRAGMA user_version={version}"));
            transaction.Commit();
        }
    }
}
