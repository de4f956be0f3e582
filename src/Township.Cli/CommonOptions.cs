using System.CommandLine;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;
using static Township.Cli.Locations;

namespace Township.Cli;

enum Format
{
    Text,
    Json,
}

/// <summary>The options of every command.</summary>
sealed class CommonOptions
{
    const string Variable = "TOWNSHIP_STORE";

    readonly Language _language;

    public CommonOptions(Language language)
    {
        _language = language;
        Store = new("--store")
        {
            Recursive = true,
            HelpName = Kinds,
            Description = language.Say($"数据库的位置；不填时取环境变量 {Variable}", $"The store; default: the environment variable {Variable}"),
        };
        Format = new("--format")
        {
            Recursive = true,
            HelpName = "text|json",
            CustomParser = result => result.Tokens[0].Value switch
            {
                "text" => Cli.Format.Text,
                "json" => Cli.Format.Json,
                var other => Wrong(result, language.Say($"--format 只能是 text 或 json，不能是“{other}”。", $"--format must be text or json, not '{other}'.")),
            },
            Description = language.Say("输出格式：供人阅读的 text（默认）或供程序读取的 json", "The format of the output: text for people (default) or json for programs"),
        };
        Rules = new(language);
        Culture = new(Language.Option)
        {
            Recursive = true,
            HelpName = "zh-CN|en",
            Description = language.Say("语言；不填时按系统语言", "The language; default: that of the environment"),
        };
        Culture.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not (Language.Chinese or Language.English) and var other)
                result.AddError(language.Say($"--culture 只能是 zh-CN 或 en，不能是“{other}”。", $"--culture must be zh-CN or en, not '{other}'."));
        });
    }

    public Option<string> Store { get; }

    public Option<Format> Format { get; }

    public Option<string> Culture { get; }

    public RulesOption Rules { get; }

    /// <summary>Opens the store for reading.</summary>
    /// <exception cref="UsageException">None is named, or its kind is unknown.</exception>
    public async Task<IEventReader> Open(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (kind, location) = Named(parsed);
        try
        {
            return kind == Postgres
                ? await PostgreSqlEventReader.Open(PostgreSqlStoreOptions.From(location), cancellationToken)
                : await SqliteEventReader.Open(location, cancellationToken);
        }
        catch (StoreCorruptException damaged)
        {
            // So damaged that there is no history to judge.
            throw new StoreOpenException(damaged.Message, damaged) { Chinese = damaged.Chinese };
        }
    }

    /// <summary>What the store is called in messages: there may be a password in what names it.</summary>
    public string NameOfStore(ParseResult parsed)
    {
        var (kind, location) = Named(parsed);
        return kind == Postgres ? $"the schema '{PostgreSqlStoreOptions.From(location).Schema}'" : $"'{location}'";
    }

    /// <summary>The connection string of the PostgreSQL store that is named.</summary>
    /// <exception cref="UsageException">None is named, or it is of another kind.</exception>
    public string Connection(ParseResult parsed) => Named(parsed) is (Postgres, var location)
        ? location
        : throw new UsageException(_language.Say("此命令只用于 postgres:CONNECTION 形式的数据库。", "This command needs a store of the kind postgres:CONNECTION."));

    /// <summary>Kind and location of the store; null if none is named.</summary>
    /// <exception cref="UsageException">Its kind is unknown.</exception>
    public (string Kind, string Location)? Find(ParseResult parsed) => Locations.Find(
        parsed.GetValue(Store) ?? Environment.GetEnvironmentVariable(Variable),
        kind => new(_language.Say($"“{kind}”不是数据库的种类，应为 {Kinds}。", $"'{kind}' is not a kind of store; expected {Kinds}.")));

    (string Kind, string Location) Named(ParseResult parsed) => Find(parsed) ?? throw new UsageException(_language.Say(
        $"未指明数据库，请用 --store {Kinds} 或环境变量 {Variable} 指明。",
        $"No store is named. Use --store {Kinds} or the environment variable {Variable}."));

    static Format Wrong(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}

/// <summary>The question makes no sense; the message is for the user, in their language.</summary>
sealed class UsageException(string message) : Exception(message);
