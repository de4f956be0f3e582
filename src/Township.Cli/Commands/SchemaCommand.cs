using System.CommandLine;
using Township.EventSourcing.PostgreSql;

namespace Township.Cli;

/// <summary><c>township schema</c>: the database schemas as SQL, for administrators who let no program change them.</summary>
static class SchemaCommand
{
    public static Command Create(CommonOptions common, Language language) =>
        new("schema", language.Say("数据库结构：版本和 SQL", "The database schemas: their versions and their SQL"))
        {
            Create(SchemaKind.Store, common, language, forStore: true),
            Create(SchemaKind.Cluster, common, language, forStore: false),
            Create(SchemaKind.Keys, common, language, forStore: false),
        };

    static Command Create(SchemaKind kind, CommonOptions common, Language language, bool forStore)
    {
        var print = new Option<bool>("--print-sql") { Description = language.Say("输出建库 SQL，不连接数据库；不填时报告现有的版本", "Prints the SQL without connecting to a database; without it the existing version is reported") };
        var schema = new Option<string>("--schema") { HelpName = "NAME", DefaultValueFactory = _ => kind.DefaultSchema, Description = language.Say("数据库结构的名称", "The name of the database schema") };
        var from = Number("--from", 0, 0, kind.Current, "数据库现有的版本；0 表示尚未建立", "The version that the database has; 0 for none");
        var partitions = Number("--partitions", 1, 1, 1024, "按卷宗把写入记录表分成几份；1 表示不分", "The number of partitions of the table of commits, by stream; 1 for a plain table");
        var silo = new Option<string[]>("--silo") { HelpName = "ROLE", Description = language.Say("授予服务程序所需权限的数据库角色", "A database role that is granted what a silo needs, and nothing else") };
        var reader = new Option<string[]>("--reader") { HelpName = "ROLE", Description = language.Say("只授予读取权限的数据库角色", "A database role that is granted reading, and nothing else") };
        var command = new Command(kind.Name, language.Say(kind.Chinese, kind.English)) { print, schema, from, silo };
        if (forStore)
        {
            command.Options.Add(partitions);
            command.Options.Add(reader);
        }

        command.SetAction((parsed, cancellationToken) => Failures.Told(language, async () =>
        {
            await using var screen = new Screen(Format.Text);
            var answer = parsed.GetValue(print) ? Sql(parsed).TrimEnd('\n') : await Version(parsed, cancellationToken);
            foreach (var line in answer.Split('\n')) screen.Line(line);
            return ExitCodes.Fine;
        }));
        return command;

        string Sql(ParseResult parsed)
        {
            var name = parsed.GetValue(schema)!;
            try
            {
                return kind.Script(name, parsed.GetValue(from), forStore ? parsed.GetValue(partitions) : 1)
                    + string.Concat((parsed.GetValue(silo) ?? []).Select(role => $"\n{kind.Silo(role, name)}"))
                    + string.Concat((forStore ? parsed.GetValue(reader) ?? [] : []).Select(role => $"\n{PostgreSqlSchema.GrantsForReader(role, name)}"));
            }
            catch (StoreOpenException wrong)
            {
                throw new UsageException(language.Say(Reasons.InChinese(wrong), wrong.Message));
            }
        }

        async Task<string> Version(ParseResult parsed, CancellationToken cancellationToken)
        {
            var (name, version) = await kind.VersionOf(common.Connection(parsed), cancellationToken);
            return language.Say($"数据库结构 {name}：版本 {version}；本程序需要版本 {kind.Current}。", $"Schema {name}: version {version}; this program needs {kind.Current}.");
        }

        Option<int> Number(string name, int byDefault, int least, int most, string chinese, string english)
        {
            var option = new Option<int>(name) { HelpName = "N", DefaultValueFactory = _ => byDefault, Description = language.Say(chinese, english) };
            option.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number >= least && number <= most))
                    result.AddError(language.Say($"{name} 应为 {least} 至 {most} 的整数，不能是“{token.Value}”。", $"{name} must be an integer from {least} to {most}, not '{token.Value}'."));
            });
            return option;
        }
    }
}
