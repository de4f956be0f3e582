using System.CommandLine;
using Township.EventSourcing.PostgreSql;

namespace Township.Cli;

/// <summary><c>township schema</c>: the database schema as SQL, for administrators who let no program change it.</summary>
static class SchemaCommand
{
    public static Command Create(CommonOptions common, Language language)
    {
        var print = new Option<bool>("--print-sql") { Description = language.Say("打印建库 SQL,不连接数据库;省略时报告存储的版本", "Prints the SQL without connecting anywhere; without it the store's version is told") };
        var schema = new Option<string>("--schema") { HelpName = "NAME", DefaultValueFactory = _ => "township", Description = language.Say("数据库模式", "The database schema") };
        var from = Number("--from", 0, 0, PostgreSqlSchema.CurrentVersion, "N", "数据库已有的版本;0 表示没有", "The version that the database has; 0 for none");
        var partitions = Number("--partitions", 1, 1, 1024, "N", "按流把提交表分成几份;1 表示不分", "Into how many parts, by stream, the table of commits is split; 1 for a plain table");
        var silo = new Option<string[]>("--silo") { HelpName = "ROLE", Description = language.Say("只授权追加与读取的角色", "A role that is allowed to append and read") };
        var reader = new Option<string[]>("--reader") { HelpName = "ROLE", Description = language.Say("只授权读取的角色", "A role that is allowed to read") };
        var postgres = new Command("postgres", language.Say("PostgreSQL 存储的数据库模式", "The schema of a PostgreSQL store")) { print, schema, from, partitions, silo, reader };
        postgres.SetAction((parsed, cancellationToken) => Failures.Told(language, async () =>
        {
            await using var screen = new Screen(Format.Text);
            var answer = parsed.GetValue(print) ? Sql(parsed).TrimEnd('\n') : await Version(parsed, cancellationToken);
            foreach (var line in answer.Split('\n')) screen.Line(line);
            return ExitCodes.Fine;
        }));
        return new Command("schema", language.Say("数据库模式:版本与 SQL", "The database schema: its version and its SQL")) { postgres };

        string Sql(ParseResult parsed)
        {
            var name = parsed.GetValue(schema)!;
            try
            {
                return PostgreSqlSchema.Script(name, parsed.GetValue(from), parsed.GetValue(partitions))
                    + string.Concat((parsed.GetValue(silo) ?? []).Select(role => $"\n{PostgreSqlSchema.GrantsForSilo(role, name)}"))
                    + string.Concat((parsed.GetValue(reader) ?? []).Select(role => $"\n{PostgreSqlSchema.GrantsForReader(role, name)}"));
            }
            catch (StoreOpenException wrong)
            {
                throw new UsageException(wrong.Message);
            }
        }

        async Task<string> Version(ParseResult parsed, CancellationToken cancellationToken)
        {
            var options = PostgreSqlStoreOptions.From(common.Connection(parsed));
            var version = await PostgreSqlSchema.VersionOf(options, cancellationToken);
            return language.Say($"模式 {options.Schema}:版本 {version};本程序需要 {PostgreSqlSchema.CurrentVersion}。", $"Schema {options.Schema}: version {version}; this program needs {PostgreSqlSchema.CurrentVersion}.");
        }

        Option<int> Number(string name, int byDefault, int least, int most, string help, string chinese, string english)
        {
            var option = new Option<int>(name) { HelpName = help, DefaultValueFactory = _ => byDefault, Description = language.Say(chinese, english) };
            option.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number >= least && number <= most))
                    result.AddError(language.Say($"{name} 应为 {least} 至 {most} 的整数,不能是“{token.Value}”。", $"{name} is a number from {least} to {most}, not '{token.Value}'."));
            });
            return option;
        }
    }
}
