using System.CommandLine;
using Township.EventSourcing.PostgreSql;
using Township.EventSourcing.Sqlite;

namespace Township.Cli;

/// <summary>Where the keys of texts about people are.</summary>
sealed class KeysOption(CommonOptions common, Language language)
{
    const string Sqlite = "sqlite", Postgres = "postgres", Variable = "TOWNSHIP_KEYS", StoreVariable = "TOWNSHIP_STORE", Kinds = "sqlite:PATH|postgres:CONNECTION";

    /// <summary>For those who read: without it nothing is opened, wherever keys may be.</summary>
    public Option<string> Reading { get; } = new("--keys")
    {
        HelpName = Kinds,
        Description = language.Say("个人信息密钥的位置,用于为 --as 指明的查阅人解密;省略时不解密", "Where the keys of personal data are, to open texts for the reader named with --as; without it sealed texts stay sealed"),
    };

    /// <summary>For those who look after the keys.</summary>
    public Option<string> Keeping { get; } = new("--keys")
    {
        Recursive = true,
        HelpName = Kinds,
        Description = language.Say(
            $"个人信息密钥的位置;省略时取环境变量 {Variable},再取存储旁:…-keys.db 或模式 …_keys",
            $"Where the keys of personal data are; without it the environment variable {Variable}, then beside the store: …-keys.db or the schema …_keys"),
    };

    /// <summary>What texts are opened with; null without the option.</summary>
    /// <exception cref="UsageException">These are no keys.</exception>
    /// <exception cref="StoreOpenException">They cannot be opened.</exception>
    public async Task<PersonalData?> OpenToRead(ParseResult parsed, CancellationToken cancellationToken) =>
        Split(parsed.GetValue(Reading)) is var (kind, place) ? Vault(await Open(kind, place, readOnly: true, cancellationToken)) : null;

    /// <summary>The vault that is named, or the one beside the store.</summary>
    /// <exception cref="UsageException">None is named, or these are no keys.</exception>
    /// <exception cref="StoreOpenException">They cannot be opened.</exception>
    public async Task<PersonalData> OpenToKeep(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (Split(parsed.GetValue(Keeping) ?? Environment.GetEnvironmentVariable(Variable)) is var (kind, place))
            return Vault(await Open(kind, place, readOnly: false, cancellationToken));
        if (Split(parsed.GetValue(common.Store) ?? Environment.GetEnvironmentVariable(StoreVariable)) is var (storeKind, store))
            return Vault(await Open(storeKind, storeKind == Postgres ? PersonalKeysSchema.Beside(store) : $"{Path.ChangeExtension(store, null)}-keys.db", readOnly: false, cancellationToken));
        throw new UsageException(language.Say($"请用 --keys {Kinds} 或 --store {Kinds} 指明密钥。", $"Name the keys with --keys {Kinds}, or their store with --store {Kinds}."));
    }

    static PersonalData Vault(IPersonalDataKeys keys) => new(keys, TimeProvider.System, new());

    static async Task<IPersonalDataKeys> Open(string kind, string place, bool readOnly, CancellationToken cancellationToken) => kind == Postgres
        ? await PostgreSqlPersonalDataKeys.Open(place, TimeProvider.System, migrate: false, cancellationToken)
        : SqlitePersonalDataKeys.OpenExisting(place, TimeProvider.System, readOnly);

    (string Kind, string Place)? Split(string? named)
    {
        if (string.IsNullOrWhiteSpace(named)) return null;
        if (named.Split(':', 2) is [Sqlite or Postgres, { Length: > 0 }] parts) return (parts[0], parts[1]);
        // Not the whole text: there may be a password in it.
        throw new UsageException(language.Say($"不认识的密钥位置,应为 {Kinds}。", $"These are no keys; expected {Kinds}."));
    }
}
