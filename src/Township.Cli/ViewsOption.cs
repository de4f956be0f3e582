using System.CommandLine;
using Township.EventSourcing.Sqlite;

namespace Township.Cli;

/// <summary>Where the rows of subscriptions are: beside the store, unless it is said otherwise.</summary>
sealed class ViewsOption(CommonOptions common, Language language)
{
    const string Sqlite = "sqlite:", Variable = "TOWNSHIP_VIEWS", StoreVariable = "TOWNSHIP_STORE";

    public Option<string> Option { get; } = new("--views")
    {
        Recursive = true,
        HelpName = "sqlite:PATH",
        Description = language.Say($"视图的位置;省略时取环境变量 {Variable},再取存储旁的 …-views.db", $"Where the views are; without it the environment variable {Variable}, then …-views.db beside the store"),
    };

    /// <summary>Opens what is there; makes nothing.</summary>
    /// <exception cref="UsageException">None is named, or its kind is unknown.</exception>
    public ISubscriptionPlace Open(ParseResult parsed)
    {
        var named = parsed.GetValue(Option) ?? Environment.GetEnvironmentVariable(Variable) ?? Beside(parsed.GetValue(common.Store) ?? Environment.GetEnvironmentVariable(StoreVariable));
        if (string.IsNullOrWhiteSpace(named))
            throw new UsageException(language.Say("请用 --views sqlite:PATH 或 --store sqlite:PATH 指明视图。", "Name the views with --views sqlite:PATH, or their store with --store sqlite:PATH."));
        if (!named.StartsWith(Sqlite, StringComparison.Ordinal) || named.Length == Sqlite.Length)
            throw new UsageException(language.Say("不认识的视图,应为 sqlite:PATH。", "These are no views; expected sqlite:PATH."));
        return new SqliteSubscriptionPlace(named[Sqlite.Length..], create: false);
    }

    static string? Beside(string? store) => store is null ? null : $"{Path.ChangeExtension(store, null)}-views.db";
}
