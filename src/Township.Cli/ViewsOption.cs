using System.CommandLine;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;

namespace Township.Cli;

/// <summary>Where the rows of subscriptions are: beside the store, unless it is said otherwise.</summary>
sealed class ViewsOption(CommonOptions common, Language language)
{
    const string Sqlite = "sqlite", Postgres = "postgres", Variable = "TOWNSHIP_VIEWS", StoreVariable = "TOWNSHIP_STORE", Kinds = "sqlite:PATH|postgres:CONNECTION";

    public Option<string> Option { get; } = new("--views")
    {
        Recursive = true,
        HelpName = Kinds,
        Description = language.Say(
            $"视图的位置;省略时取环境变量 {Variable},再取存储旁:…-views.db 或模式 …_views",
            $"Where the views are; without it the environment variable {Variable}, then beside the store: …-views.db or the schema …_views"),
    };

    /// <summary>Opens what is there; makes nothing.</summary>
    /// <exception cref="UsageException">None is named, or its kind is unknown.</exception>
    /// <exception cref="StoreOpenException">The connection string cannot be used.</exception>
    public SqlSubscriptionPlace Open(ParseResult parsed)
    {
        if (Split(parsed.GetValue(Option) ?? Environment.GetEnvironmentVariable(Variable)) is var (kind, place))
            return kind == Postgres ? Place(PostgreSqlPlaceOptions.From(place)) : new SqliteSubscriptionPlace(place, create: false);
        if (Split(parsed.GetValue(common.Store) ?? Environment.GetEnvironmentVariable(StoreVariable)) is var (storeKind, store))
            return storeKind == Postgres ? Place(PostgreSqlPlaceOptions.Beside(store)) : new SqliteSubscriptionPlace($"{Path.ChangeExtension(store, null)}-views.db", create: false);
        throw new UsageException(language.Say($"请用 --views {Kinds} 或 --store {Kinds} 指明视图。", $"Name the views with --views {Kinds}, or their store with --store {Kinds}."));
    }

    (string Kind, string Place)? Split(string? named)
    {
        if (string.IsNullOrWhiteSpace(named)) return null;
        if (named.Split(':', 2) is [Sqlite or Postgres, { Length: > 0 }] parts) return (parts[0], parts[1]);
        // Not the whole text: there may be a password in it.
        throw new UsageException(language.Say($"不认识的视图,应为 {Kinds}。", $"These are no views; expected {Kinds}."));
    }

    static PostgreSqlSubscriptionPlace Place(PostgreSqlPlaceOptions options)
    {
        options.Create = false;
        return new(options);
    }
}
