using System.CommandLine;

namespace Township.Cli;

/// <summary><c>township privacy</c>: whose texts can be read, erasing them, and to which history the keys belong. Never touches the history.</summary>
static class PrivacyCommand
{
    public static Command Create(CommonOptions common, Language language)
    {
        var keys = new KeysOption(common, language);
        return new Command("privacy", language.Say("个人信息：密钥的清单、依法删除和归属", "Personal data: lists keys, erases them on a lawful request, shows to which history they belong"))
        {
            keys.Keeping, Erase(), List(), Vault(), Adopt(),
        };

        Command Erase()
        {
            var subject = new Argument<string>("SUBJECT") { Description = language.Say("人员编号，如 c-017", "The person's id, for example c-017") };
            var (township, by) = (Township(), By());
            var reason = Text("--reason", "依据哪项申请和哪部法律；将永久保存，请勿写入个人信息", "The request and the legal basis; it is kept for ever, so write no personal data here");
            return OnVault("erase", "销毁一个人的密钥：其信息从此无人能够读取，记录仍可校验", "Destroys a person's key: nobody can read their texts any more, and the history can still be verified", [subject, township, reason, by],
                async (parsed, vault, screen, stopped) =>
                {
                    var person = new DataSubject(parsed.GetRequiredValue(township), parsed.GetRequiredValue(subject));
                    var erasure = new Erasure(parsed.GetRequiredValue(by), parsed.GetRequiredValue(reason), Micros.Truncate(TimeProvider.System.GetUtcNow()));
                    if (await vault.Erase(person, erasure, stopped))
                        screen.Line(language.Say($"已销毁 {person.Township} 的 {person.Subject} 的密钥。运行中的服务程序最迟在其密钥保留时间（默认 30 秒）后不再显示。", $"The key of {person.Subject} in {person.Township} is erased. Running silos show the texts until the keys that they keep in memory expire, 30 s by default."));
                    else if (await LastErasure(vault, person, stopped) is { } before)
                        screen.Line(language.Say($"此前已经删除：{Moments.Show(before.At)}，经办人 {before.By}。", $"The key was already erased: {Moments.Show(before.At)}, by {before.By}."));
                    else
                        throw new UsageException(language.Say($"{person.Township} 没有 {person.Subject} 的密钥。", $"There is no key of {person.Subject} in {person.Township}."));
                });
        }

        Command List()
        {
            var township = Township();
            return OnVault("list", "列出密钥，不含密钥本身", "Lists the keys, without their secrets", [township], async (parsed, vault, screen, stopped) =>
            {
                var records = vault.List(parsed.GetRequiredValue(township), stopped);
                if (screen.IsJson) await foreach (var record in records) await screen.JsonLine(Line(record));
                else await Tables.Write(screen,
                    [
                        language.Say("当事人", "Person"), language.Say("密钥", "Key"), language.Say("建立时间（北京）", "Created (Asia/Shanghai)"),
                        language.Say("删除时间（北京）", "Erased (Asia/Shanghai)"), language.Say("经办人", "By"), language.Say("依据和理由", "Reason"),
                    ], records.Select(Row));
            });
        }

        Command Vault() => OnVault("vault", "密钥库属于哪个数据库、何时由谁启用", "Shows to which history the vault belongs, since when, and who decided so", [], async (_, vault, screen, stopped) =>
        {
            var adoptions = await vault.Adoptions(stopped);
            if (screen.IsJson) foreach (var adoption in adoptions) await screen.JsonLine(Line(adoption));
            else await Tables.Write(screen,
                [
                    language.Say("历史标识", "History"), language.Say("密钥起始编号", "Keys from"), language.Say("时间（北京）", "Time (Asia/Shanghai)"),
                    language.Say("经办人", "By"), language.Say("理由", "Reason"),
                ], adoptions.Select(Row).ToAsyncEnumerable());
        });

        Command Adopt()
        {
            var by = By();
            var reason = Text("--reason", "原密钥库为何无法找回；将永久保存，请勿写入个人信息", "Why the store's own vault cannot be recovered; it is kept for ever, so write no personal data here");
            return OnVault("adopt", "原密钥库丢失时，为数据库启用新的或较旧的密钥库；此前加密而已无密钥的内容永远无法读取", "Gives a store whose vault is lost a new vault, or an older copy of its own; texts sealed with other keys stay sealed for ever",
                [reason, by],
                async (parsed, vault, screen, stopped) =>
                {
                    await using var store = await common.Open(parsed, stopped);
                    var adopted = await VaultOwnership.TakeOver(vault, store, new(common.NameOfStore(parsed), keys.NameOfKept(parsed)),
                        parsed.GetRequiredValue(by), parsed.GetRequiredValue(reason), TimeProvider.System.GetUtcNow(), stopped);
                    screen.Line(language.Say($"密钥库现属于历史标识为 {adopted.History} 的数据库；新密钥从 {adopted.FirstGeneration} 号开始编号。", $"The vault belongs to history {adopted.History}; new keys are numbered from {adopted.FirstGeneration}."));
                }, keys.OpenToAdopt);
        }

        Option<string> Township() => new("--township") { HelpName = "T", Required = true, Description = language.Say("乡镇", "The township") };

        Option<string> By() => Text("--by", "由谁决定；将永久保存", "Who decided; it is kept for ever");

        Option<string> Text(string name, string chinese, string english)
        {
            var option = new Option<string>(name) { HelpName = "TEXT", Required = true, Description = language.Say(chinese, english) };
            option.Validators.Add(result =>
            {
                if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError(language.Say($"{name} 不能为空。", $"{name} must not be empty."));
            });
            return option;
        }

        Command OnVault(
            string name, string chinese, string english, Symbol[] symbols, Func<ParseResult, IPersonalDataKeys, Screen, CancellationToken, Task> answer,
            Func<ParseResult, CancellationToken, Task<IPersonalDataKeys>>? open = null)
        {
            var command = new Command(name, language.Say(chinese, english));
            foreach (var argument in symbols.OfType<Argument>()) command.Arguments.Add(argument);
            foreach (var option in symbols.OfType<Option>()) command.Options.Add(option);
            command.SetAction((parsed, stopped) => Failures.Told(language, async () =>
            {
                await using var vault = await (open ?? keys.OpenToKeep)(parsed, stopped);
                await using var screen = new Screen(parsed.GetValue(common.Format));
                await answer(parsed, vault, screen, stopped);
                return ExitCodes.Fine;
            }));
            return command;
        }
    }

    static async Task<Erasure?> LastErasure(IPersonalDataKeys vault, DataSubject person, CancellationToken stopped) =>
        (await vault.List(person.Township, stopped).Where(r => r.Subject == person).LastOrDefaultAsync(stopped))?.Erasure;

    static IReadOnlyList<string> Row(PersonalDataRecord record) =>
    [
        record.Subject.Subject, $"{record.Generation}", Moments.Show(record.CreatedAt),
        record.Erasure is { } erasure ? Moments.Show(erasure.At) : "", record.Erasure?.By ?? "", record.Erasure?.Reason ?? "",
    ];

    static IReadOnlyList<string> Row(VaultAdoption adoption) =>
        [adoption.History.ToString(), $"{adoption.FirstGeneration}", Moments.Show(adoption.At), adoption.By, adoption.Reason];

    static ReadOnlyMemory<byte> Line(PersonalDataRecord record) => JsonLines.Object(json =>
    {
        json.WriteString("township", record.Subject.Township);
        json.WriteString("person", record.Subject.Subject);
        json.WriteNumber("key", record.Generation);
        json.WriteString("madeAt", Moments.Exact(record.CreatedAt));
        json.WriteString("erasedAt", record.Erasure is { } erasure ? Moments.Exact(erasure.At) : null);
        json.WriteString("erasedBy", record.Erasure?.By);
        json.WriteString("reason", record.Erasure?.Reason);
    });

    static ReadOnlyMemory<byte> Line(VaultAdoption adoption) => JsonLines.Object(json =>
    {
        json.WriteString("history", adoption.History.ToString());
        json.WriteNumber("firstKey", adoption.FirstGeneration);
        json.WriteString("at", Moments.Exact(adoption.At));
        json.WriteString("by", adoption.By);
        json.WriteString("reason", adoption.Reason);
    });
}
