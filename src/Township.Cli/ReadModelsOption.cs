using System.CommandLine;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;
using static Township.Cli.Locations;

namespace Township.Cli;

/// <summary>Where the rows of subscriptions are: beside the store, unless it is said otherwise.</summary>
sealed class ReadModelsOption(CommonOptions common, Language language)
{
    const string Variable = "TOWNSHIP_READ_MODELS";

    public Option<string> Option { get; } = new("--read-models")
    {
        Recursive = true,
        HelpName = Kinds,
        Description = language.Say(
            $"统计表的位置；不填时取环境变量 {Variable}，其次取与数据库同一目录的 …-read-models.db 或数据库结构 …_read_models",
            $"The read models; default: the environment variable {Variable}, then …-read-models.db or the schema …_read_models beside the store"),
    };

    /// <summary>Opens what is there; makes nothing.</summary>
    /// <exception cref="UsageException">None is named, or its kind is unknown.</exception>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    public SqlCheckpointStore Open(ParseResult parsed)
    {
        if (Split(parsed.GetValue(Option) ?? Environment.GetEnvironmentVariable(Variable)) is var (kind, location))
            return kind == Postgres ? Checkpoints(PostgreSqlCheckpointStoreOptions.From(location)) : new SqliteCheckpointStore(location, create: false);
        if (common.Find(parsed) is var (storeKind, store))
            return storeKind == Postgres ? Checkpoints(PostgreSqlCheckpointStoreOptions.Beside(store)) : new SqliteCheckpointStore($"{Path.ChangeExtension(store, null)}-read-models.db", create: false);
        throw new UsageException(language.Say($"未指明统计表的位置，请用 --read-models {Kinds} 或 --store {Kinds} 指明。", $"No read models are named. Use --read-models {Kinds}, or name their store with --store {Kinds}."));
    }

    (string Kind, string Location)? Split(string? named) => Find(
        named, _ => new(language.Say($"统计表的位置无效，应为 {Kinds}。", $"The location of the read models is not valid; expected {Kinds}.")));

    static PostgreSqlCheckpointStore Checkpoints(PostgreSqlCheckpointStoreOptions options)
    {
        options.Create = false;
        return new(options);
    }
}
