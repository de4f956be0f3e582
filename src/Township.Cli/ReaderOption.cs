using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;

namespace Township.Cli;

/// <summary>
/// Who reads, and with which keys. It prevents mistakes and is not a protection: a user who has the store and the keys can name any reader.
/// </summary>
sealed class ReaderOption
{
    static readonly string[] Known = [.. typeof(Roles).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    readonly KeysOption _keys;
    readonly Option<StreamId?> _as;
    readonly Option<string[]?> _roles;
    readonly Language _language;

    public ReaderOption(CommonOptions common, Language language)
    {
        (_keys, _language) = (new(common, language), language);
        _as = new("--as")
        {
            HelpName = "TOWNSHIP/ID",
            Description = language.Say("查阅人，如 huimin/c-017；只显示其有权查阅的内容", "The reader, for example huimin/c-017; only what they may read is shown"),
            CustomParser = result => Parse(result, result.Tokens[0].Value),
        };
        _roles = new("--roles")
        {
            HelpName = "ROLE,ROLE",
            Description = language.Say("查阅人的角色，如 office,leader", "The reader's roles, for example office,leader"),
            CustomParser = result => ParseRoles(result, result.Tokens[0].Value.Split(',')),
        };
    }

    public IReadOnlyList<Symbol> Symbols => [_keys.Reading, _as, _roles];

    /// <summary>Texts are opened for somebody.</summary>
    public void Check(Command command) => command.Validators.Add(result =>
    {
        if (result.GetResult(_as) is not null) return;
        if (result.GetResult(_keys.Reading) is not null)
            result.AddError(_language.Say("--keys 只为查阅人解密，请用 --as 乡镇/编号 和 --roles 指明查阅人。", "--keys opens texts for a reader. Name the reader with --as TOWNSHIP/ID and --roles."));
        if (result.GetResult(_roles) is not null)
            result.AddError(_language.Say("--roles 是查阅人的角色，请用 --as 指明查阅人。", "--roles gives the roles of a reader. Name the reader with --as."));
    });

    /// <summary>Whether keys are named.</summary>
    public bool HasKeys(CommandResult result) => result.GetResult(_keys.Reading) is not null;

    /// <summary>What texts are opened with; null without keys.</summary>
    /// <exception cref="UsageException">The location of the keys is not valid.</exception>
    /// <exception cref="StoreOpenException">They cannot be opened.</exception>
    public Task<PersonalData?> OpenKeys(Inquiry inquiry) => _keys.OpenToRead(inquiry);

    /// <summary>The reader who is named; null for nobody.</summary>
    public Actor? Named(Inquiry inquiry) => inquiry.Parsed.GetValue(_as) is { } name
        ? new(name.Id, name.Township, (inquiry.Parsed.GetValue(_roles) ?? []).ToEquatableList())
        : null;

    /// <summary>Lets a reader who is named see only what the aggregate's rule allows.</summary>
    /// <exception cref="NotEntitledException">It does not allow this.</exception>
    public async Task Entitle(Inquiry inquiry, ReadKind kind, StreamId stream, long? shown = null)
    {
        if (Named(inquiry) is { } reader && await new StateReader(inquiry.Reader, inquiry.Aggregates).RefuseReading(kind, stream, reader, shown, inquiry.Stopped) is { } refusal)
            throw new NotEntitledException(stream, refusal);
    }

    StreamId? Parse(ArgumentResult result, string name)
    {
        if (StreamId.TryParse($"reader/{name}", out var reader)) return reader;
        result.AddError(_language.Say($"--as 应为 乡镇/编号，如 huimin/c-017，不能是“{name}”。", $"--as must be TOWNSHIP/ID, for example huimin/c-017, not '{name}'."));
        return null;
    }

    string[]? ParseRoles(ArgumentResult result, string[] roles)
    {
        if (roles.FirstOrDefault(r => !Known.Contains(r)) is not { } unknown) return roles;
        result.AddError(_language.Say($"“{unknown}”不是角色，应为：{string.Join("、", Known)}。", $"'{unknown}' is not a role; the roles are {string.Join(", ", Known)}."));
        return null;
    }
}

/// <summary>The reader who is named may not read this.</summary>
sealed class NotEntitledException(StreamId stream, Refusal refusal) : Exception($"{stream}: {refusal}")
{
    public StreamId Stream => stream;

    public Refusal Refusal => refusal;
}
