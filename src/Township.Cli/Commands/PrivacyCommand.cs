using System.CommandLine;

namespace Township.Cli;

/// <summary><c>township privacy</c>: whose texts can be read, erasing them, and to which history the keys belong. Never touches the history.</summary>
static class PrivacyCommand
{
    public static Command Create(CommonOptions common, Language language)
    {
        var keys = new KeysOption(common, language);
        return new Command("privacy", language.Say("个人信息:密钥的清单、依法删除与归属", "Personal data: whose keys there are, erasing them on lawful request, and which history they belong to"))
        {
            keys.Keeping, Erase(), List(), Vault(), Adopt(),
        };

        Command Erase()
        {
            var subject = new Argument<string>("SUBJECT") { Description = language.Say("人员编号,如 c-017", "The person's id, for example c-017") };
            var (township, by) = (Township(), By());
            var reason = Text("--reason", "依据哪项申请和法律;会被永久记录,不要写入个人信息", "On which request and legal basis; it is kept for ever: nothing personal in it");
            return OnVault("erase", "销毁一个人的密钥:其信息从此无人能读,历史仍可校验", "Destroys a person's key: nobody reads their texts any more, and the history still verifies", [subject, township, reason, by],
                async (parsed, vault, screen, stopped) =>
                {
                    var person = new DataSubject(parsed.GetRequiredValue(township), parsed.GetRequiredValue(subject));
                    var erasure = new Erasure(parsed.GetRequiredValue(by), parsed.GetRequiredValue(reason), Micros.Truncate(TimeProvider.System.GetUtcNow()));
                    if (await vault.Erase(person, erasure, stopped))
                        screen.Line(language.Say($"已销毁 {person.Township} 的 {person.Subject} 的密钥。运行中的 silo 最迟在其密钥保留时间(默认 30 秒)后不再显示。", $"Erased: the key of {person.Subject} in {person.Township}. Running silos stop showing the texts once their keys are as old as they keep them, 30 s by default."));
                    else if (await LastErasure(vault, person, stopped) is { } before)
                        screen.Line(language.Say($"早已删除:{Moments.Show(before.At)},由 {before.By}。", $"Erased before: {Moments.Show(before.At)}, by {before.By}."));
                    else
                        throw new UsageException(language.Say($"{person.Township} 没有 {person.Subject} 的密钥。", $"There is no key of {person.Subject} in {person.Township}."));
                });
        }

        Command List()
        {
            var township = Township();
            return OnVault("list", "列出密钥,不含密钥本身", "Lists the keys, without their secrets", [township], async (parsed, vault, screen, stopped) =>
            {
                var records = vault.List(parsed.GetRequiredValue(township), stopped);
                if (screen.IsJson) await foreach (var record in records) await screen.JsonLine(Line(record));
                else await Tables.Write(screen,
                    [
                        language.Say("人员", "Person"), language.Say("密钥", "Key"), language.Say("建立时间(北京)", "Made (Asia/Shanghai)"),
                        language.Say("删除时间(北京)", "Erased (Asia/Shanghai)"), language.Say("由", "By"), language.Say("依据", "Reason"),
                    ], records.Select(Row));
            });
        }

        Command Vault() => OnVault("vault", "密钥库属于哪段历史、何时由谁启用", "Which history the vault belongs to, since when, and by whose decision", [], async (_, vault, screen, stopped) =>
        {
            var adoptions = await vault.Adoptions(stopped);
            if (screen.IsJson) foreach (var adoption in adoptions) await screen.JsonLine(Line(adoption));
            else await Tables.Write(screen,
                [
                    language.Say("历史", "History"), language.Say("密钥起始编号", "Keys from"), language.Say("时间(北京)", "At (Asia/Shanghai)"),
                    language.Say("由", "By"), language.Say("理由", "Reason"),
                ], adoptions.Select(Row).ToAsyncEnumerable());
        });

        Command Adopt()
        {
            var by = By();
            var reason = Text("--reason", "原密钥库为何无法找回;会被永久记录,不要写入个人信息", "Why the store's own vault cannot be had back; it is kept for ever: nothing personal in it");
            return OnVault("adopt", "原密钥库已丢失时,为存储启用新的或较旧的密钥库;此前密封而无密钥的内容永远无法解读", "Gives a store whose vault is lost a new one, or an older copy of its own; what was sealed with other keys stays sealed for ever",
                [reason, by],
                async (parsed, vault, screen, stopped) =>
                {
                    await using var store = await common.Open(parsed, stopped);
                    var adopted = await VaultOwnership.TakeOver(vault, store, new(common.NameOfStore(parsed), keys.NameOfKept(parsed)),
                        parsed.GetRequiredValue(by), parsed.GetRequiredValue(reason), TimeProvider.System.GetUtcNow(), stopped);
                    screen.Line(language.Say($"密钥库现属于历史 {adopted.History};新密钥从 {adopted.FirstGeneration} 号起。", $"The vault belongs to history {adopted.History}; new keys are numbered from {adopted.FirstGeneration}."));
                }, keys.OpenToAdopt);
        }

        Option<string> Township() => new("--township") { HelpName = "T", Required = true, Description = language.Say("乡镇", "The township") };

        Option<string> By() => Text("--by", "谁决定的;会被永久记录", "Who decided; it is kept for ever");

        Option<string> Text(string name, string chinese, string english)
        {
            var option = new Option<string>(name) { HelpName = "TEXT", Required = true, Description = language.Say(chinese, english) };
            option.Validators.Add(result =>
            {
                if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError(language.Say($"{name} 不能为空。", $"{name} must say something."));
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
