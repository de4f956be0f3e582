using Township.Clustering.PostgreSql;
using Township.EventSourcing.PostgreSql;

namespace Township.Cli;

/// <summary>A kind of database schema that programs of Township keep.</summary>
/// <param name="Name">The command.</param>
/// <param name="Chinese">What it is.</param>
/// <param name="English">The same.</param>
/// <param name="DefaultSchema">Its schema where none is named.</param>
/// <param name="Current">The version that this program needs.</param>
/// <param name="Script">SQL from a version to that one, for a schema and a number of partitions.</param>
/// <param name="Silo">What a silo's role needs.</param>
/// <param name="VersionOf">The schema and its version, beside the store that is named.</param>
sealed record SchemaKind(
    string Name, string Chinese, string English, string DefaultSchema, int Current,
    Func<string, int, int, string> Script, Func<string, string, string> Silo, Func<string, CancellationToken, Task<(string Schema, int Version)>> VersionOf)
{
    public static SchemaKind Store { get; } = new(
        "postgres", "PostgreSQL 业务数据库的结构", "The schema of a PostgreSQL store", "township", PostgreSqlSchema.CurrentVersion,
        PostgreSqlSchema.Script, PostgreSqlSchema.GrantsForSilo, async (store, cancellation) =>
        {
            var options = PostgreSqlStoreOptions.From(store);
            return (options.Schema, await PostgreSqlSchema.VersionOf(options, cancellation));
        });

    public static SchemaKind Cluster { get; } = new(
        "cluster", "Orleans 的表：成员、提醒、快照", "Orleans' tables: membership, reminders, snapshots", ClusterSchema.DefaultName, ClusterSchema.CurrentVersion,
        (schema, from, _) => ClusterSchema.Script(schema, from), ClusterSchema.GrantsForSilo, async (store, cancellation) =>
        {
            var connection = ClusterSchema.Beside(store);
            return (ClusterSchema.NameIn(connection), await ClusterSchema.VersionOf(connection, cancellation));
        });

    public static SchemaKind Keys { get; } = new(
        "keys", "个人信息密钥的数据库结构", "The schema of the keys of personal data", PersonalKeysSchema.DefaultName, PersonalKeysSchema.CurrentVersion,
        (schema, from, _) => PersonalKeysSchema.Script(schema, from), PersonalKeysSchema.GrantsForSilo, async (store, cancellation) =>
        {
            var connection = PersonalKeysSchema.Beside(store);
            return (PersonalKeysSchema.NameIn(connection), await PersonalKeysSchema.VersionOf(connection, cancellation));
        });
}
