using System.CommandLine;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;
using static Township.Cli.Locations;

namespace Township.Cli;

/// <summary>Where the keys of texts about people are.</summary>
sealed class KeysOption(CommonOptions common, Language language)
{
    const string Variable = "TOWNSHIP_KEYS";

    /// <summary>For those who read: without it nothing is opened, wherever keys may be.</summary>
    public Option<string> Reading { get; } = new("--keys")
    {
        HelpName = Kinds,
        Description = language.Say("个人信息密钥的位置，用于为 --as 指明的查阅人解密；不填时不解密", "The keys of personal data, with which texts are opened for the reader named with --as; without them texts stay sealed"),
    };

    /// <summary>For those who look after the keys.</summary>
    public Option<string> Keeping { get; } = new("--keys")
    {
        Recursive = true,
        HelpName = Kinds,
        Description = language.Say(
            $"个人信息密钥的位置；不填时取环境变量 {Variable}，其次取与数据库同一目录的 …-keys.db 或数据库结构 …_keys",
            $"The keys of personal data; default: the environment variable {Variable}, then …-keys.db or the schema …_keys beside the store"),
    };

    /// <summary>What texts are opened with; null without the option.</summary>
    /// <exception cref="UsageException">The location of the keys is not valid.</exception>
    /// <exception cref="StoreOpenException">They cannot be opened, or are those of another history than the store's.</exception>
    public async Task<PersonalData?> OpenToRead(Inquiry inquiry)
    {
        if (Split(inquiry.Parsed.GetValue(Reading)) is not var (kind, location)) return null;
        var keys = await Open(kind, location, readOnly: true, inquiry.Stopped);
        try
        {
            await VaultOwnership.Check(keys, inquiry.Reader, new(common.NameOfStore(inquiry.Parsed), NameOf(kind, location)), inquiry.Stopped);
            return new(keys, TimeProvider.System, new());
        }
        catch
        {
            await keys.DisposeAsync();
            throw;
        }
    }

    /// <summary>The vault that is named, or the one beside the store.</summary>
    /// <exception cref="UsageException">No location of keys is named, or it is not valid.</exception>
    /// <exception cref="StoreOpenException">They cannot be opened.</exception>
    public Task<IPersonalDataKeys> OpenToKeep(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (kind, location) = Kept(parsed);
        return Open(kind, location, readOnly: false, cancellationToken);
    }

    /// <summary>The same; a file that is missing is made.</summary>
    /// <exception cref="UsageException">No location of keys is named, or it is not valid.</exception>
    /// <exception cref="StoreOpenException">They cannot be opened.</exception>
    public Task<IPersonalDataKeys> OpenToAdopt(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (kind, location) = Kept(parsed);
        return kind == Sqlite
            ? Task.FromResult<IPersonalDataKeys>(SqlitePersonalDataKeys.Open(location, TimeProvider.System))
            : Open(kind, location, readOnly: false, cancellationToken);
    }

    /// <summary>What the vault is called in messages.</summary>
    public string NameOfKept(ParseResult parsed)
    {
        var (kind, location) = Kept(parsed);
        return NameOf(kind, location);
    }

    static string NameOf(string kind, string location) => kind == Postgres ? $"the schema '{PersonalKeysSchema.NameIn(location)}'" : $"'{location}'";

    static async Task<IPersonalDataKeys> Open(string kind, string location, bool readOnly, CancellationToken cancellationToken) => kind == Postgres
        ? await PostgreSqlPersonalDataKeys.Open(location, TimeProvider.System, migrate: false, cancellationToken)
        : SqlitePersonalDataKeys.OpenExisting(location, TimeProvider.System, readOnly);

    (string Kind, string Location) Kept(ParseResult parsed)
    {
        if (Split(parsed.GetValue(Keeping) ?? Environment.GetEnvironmentVariable(Variable)) is { } named) return named;
        if (common.Find(parsed) is var (kind, store))
            return (kind, kind == Postgres ? PersonalKeysSchema.Beside(store) : $"{Path.ChangeExtension(store, null)}-keys.db");
        throw new UsageException(language.Say($"未指明密钥的位置，请用 --keys {Kinds} 或 --store {Kinds} 指明。", $"No keys are named. Use --keys {Kinds}, or name their store with --store {Kinds}."));
    }

    (string Kind, string Location)? Split(string? named) => Find(
        named, _ => new(language.Say($"密钥位置无效，应为 {Kinds}。", $"The location of the keys is not valid; expected {Kinds}.")));
}
