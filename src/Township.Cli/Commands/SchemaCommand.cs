using System.CommandLine;
using Township.EventSourcing.PostgreSql;

namespace Township.Cli;

/// <summary><c>township schema</c>: the database schemas as SQL, for administrators who let no program change them.</summary>
static class SchemaCommand
{
    public static Command Create(CommonOptions common, Language language) =>
        new("schema", language.Say("数据库模式:版本与 SQL", "The database schemas: their versions and their SQL"))
        {
            Create(SchemaKind.Store, common, language, forStore: true),
            Create(SchemaKind.Cluster, common, language, forStore: false),
            Create(SchemaKind.Keys, common, language, forStore: false),
        };

    static Command Create(SchemaKind kind, CommonOptions common, Language language, bool forStore)
    {
        var print = new Option<bool>("--print-sql") { Description = language.Say("打印建库 SQL,不连接数据库;省略时报告现有的版本", "Prints the SQL without connecting anywhere; without it the version that is there is told") };
        var schema = new Option<string>("--schema") { HelpName = "NAME", DefaultValueFactory = _ => kind.DefaultSchema, Description = language.Say("数据库模式", "The database schema") };
        var from = Number("--from", 0, 0, kind.Current, "数据库已有的版本;0 表示没有", "The version that the database has; 0 for none");
        var partitions = Number("--partitions", 1, 1, 1024, "按流把提交表分成几份;1 表示不分", "Into how many parts, by stream, the table of commits is split; 1 for a plain table");
        var silo = new Option<string[]>("--silo") { HelpName = "ROLE", Description = language.Say("授予 silo 所需权限的角色", "A role that is granted what a silo needs, and nothing else") };
        var reader = new Option<string[]>("--reader") { HelpName = "ROLE", Description = language.Say("只授权读取的角色", "A role that is allowed to read") };
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
                throw new UsageException(wrong.Message);
            }
        }

        async Task<string> Version(ParseResult parsed, CancellationToken cancellationToken)
        {
            var (name, version) = await kind.VersionOf(common.Connection(parsed), cancellationToken);
            return language.Say($"模式 {name}:版本 {version};本程序需要 {kind.Current}。", $"Schema {name}: version {version}; this program needs {kind.Current}.");
        }

        Option<int> Number(string name, int byDefault, int least, int most, string chinese, string english)
        {
            var option = new Option<int>(name) { HelpName = "N", DefaultValueFactory = _ => byDefault, Description = language.Say(chinese, english) };
            option.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number >= least && number <= most))
                    result.AddError(language.Say($"{name} 应为 {least} 至 {most} 的整数,不能是“{token.Value}”。", $"{name} is a number from {least} to {most}, not '{token.Value}'."));
            });
            return option;
        }
    }
}
