using Microsoft.Data.Sqlite;

namespace Township.Cli.Tests;

/// <summary>Whatever is asked wrongly: one clear line on the error output, nothing on the output, and the documented exit code.</summary>
public sealed class UsageTests(StoreFile store) : IClassFixture<StoreFile>
{
    [Theory]
    [InlineData("streams --format xml", "--format must be text or json, not 'xml'.")]
    [InlineData("streams --culture de", "--culture must be zh-CN or en, not 'de'.")]
    [InlineData("streams --store oracle:Password=x", "'oracle' is not a kind of store; expected sqlite:PATH|postgres:CONNECTION.")]
    [InlineData("streams --store postgres:", "'postgres' is not a kind of store; expected sqlite:PATH|postgres:CONNECTION.")]
    [InlineData("schema postgres --print-sql --partitions 0", "--partitions must be an integer from 1 to 1024, not '0'.")]
    [InlineData("schema postgres --print-sql --from 99", "--from must be an integer from 0 to")]
    [InlineData("schema postgres --print-sql --schema a-b", "'a-b' is not a schema name: use a-z, 0-9 and '_'")]
    [InlineData("schema postgres", "This command needs a store of the kind postgres:CONNECTION.")]
    [InlineData("history nonsense", "'nonsense' is not a stream name; expected category/township/id.")]
    [InlineData("history draw/huimin/none", "There is no stream draw/huimin/none.")]
    [InlineData("state draw/huimin/none", "There is no stream draw/huimin/none.")]
    [InlineData("state draw/huimin/meeting.2026-01 --version 3", "draw/huimin/meeting.2026-01 has no version 3; its versions are 0 to 2.")]
    [InlineData("state draw/huimin/meeting.2026-01 --version -1", "--version must be an integer of 0 or more, not '-1'.")]
    [InlineData("state draw/huimin/meeting.2026-01 --version x", "--version must be an integer of 0 or more, not 'x'.")]
    [InlineData("state draw/huimin/meeting.2026-01 --at 2026-03-02", "--at must be a date and a time, for example \"2026-03-02 09:00\" or 2026-03-02T01:00:00Z, not '2026-03-02'.")]
    [InlineData("state draw/huimin/meeting.2026-01 --version 1 --at 2026-03-02T09:00", "Use --version or --at, not both.")]
    [InlineData("diff draw/huimin/meeting.2026-01 --from 0 --to 3", "draw/huimin/meeting.2026-01 has no version 3; its versions are 0 to 2.")]
    [InlineData("verify draw/huimin/none", "There is no stream draw/huimin/none.")]
    [InlineData("verify draw", "'draw' is not a stream name; expected category/township/id.")]
    [InlineData("verify --checkpoint 5", "--checkpoint must be POSITION:HASH:HISTORY with 64 and 32 hexadecimal digits, not '5'.")]
    [InlineData("export --to /proc/nowhere --files csv", "Cannot write to '/proc/nowhere'")]
    [InlineData("export --to /tmp --files xls", "--files must be jsonl or csv, not 'xls'.")]
    public async Task Wrong_questions_are_answered_with_one_line_and_exit_code_2(string command, string line)
    {
        string[] args = command.Split(' ');
        var answer = await Shell.Township(args.Contains("--store") ? args : [.. args, "--store", store.Option]);
        answer.Should().Match<Answer>(a => a.Exit == 2 && a.Output == "");
        answer.Error.Should().StartWith($"township: {line}").And.Match(e => e.Count(c => c == '\n') == 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("diff draw/huimin/meeting.2026-01 --from 1")]
    [InlineData("export --files csv")]
    [InlineData("history")]
    public async Task What_the_parser_refuses_is_one_line_too(string command)
    {
        var answer = await Shell.Township(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        answer.Should().Match<Answer>(a => a.Exit == 2 && a.Output == "");
        answer.Error.Should().StartWith("township: ").And.EndWith("See township --help.\n").And.Match(e => e.Count(c => c == '\n') == 1);
    }

    [Theory]
    [InlineData("", 2, "请写明命令。用法见 township --help。")]
    [InlineData("history", 2, "“history”后面缺少参数。用法见 township --help。")]
    [InlineData("streams --categry", 2, "没有命令、选项或参数“--categry”。用法见 township --help。")]
    [InlineData("streams --category a --category b", 2, "“--category”只能有一个参数，现有 2 个。用法见 township --help。")]
    [InlineData("diff draw/huimin/x --from 1", 2, "缺少必填的选项 --to。用法见 township --help。")]
    [InlineData("deadlines list --state x", 2, "参数“x”无效，应为：pending、waiting、stuck、done、refused。用法见 township --help。")]
    [InlineData("subscriptions skip stuck --reason r --position x", 2, "“x”不能用作 --position 的参数。用法见 township --help。")]
    [InlineData("history nonsense", 2, "“nonsense”不是卷宗号，应为“类别/乡镇/编号”。用法见 township --help。")]
    [InlineData("history draw/huimin/none", 2, "没有卷宗 draw/huimin/none。")]
    [InlineData("schema postgres --print-sql --schema a-b", 2, "“a-b”不能用作数据库结构的名称：只能用小写字母、数字和下划线，以字母开头，不超过 48 个字符。")]
    [InlineData("verify --store sqlite:/nowhere/none.db", 3, "数据库打不开：没有数据库文件“/nowhere/none.db”。")]
    [InlineData("subscriptions list --read-models sqlite:/nowhere/none.db", 3, "数据库打不开：没有统计表文件“/nowhere/none.db”。")]
    [InlineData("privacy list --township huimin --keys sqlite:/nowhere/none.db", 3, "数据库打不开：没有密钥库文件“/nowhere/none.db”。")]
    [InlineData("export --to /proc/nowhere --files csv", 2, "无法写入“/proc/nowhere”：")]
    public async Task Chinese_messages_are_Chinese_as_a_whole(string command, int exit, string line)
    {
        string[] args = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--culture", "zh-CN"];
        var answer = await Shell.Township(command.Contains("--store", StringComparison.Ordinal) ? args : ["--store", store.Option, .. args]);
        (answer.Exit, answer.Output).Should().Be((exit, ""));
        answer.Error.Should().StartWith($"township: {line}").And.NotMatchRegex("[a-z]+ [a-z]+ [a-z]+", "no sentence is English");
    }

    [Fact]
    public async Task A_file_that_exists_already_is_told_in_Chinese()
    {
        var folder = Path.Combine(store.Folder, "twice");
        await Shell.Township("export", "--to", folder, "--files", "csv", "--store", store.Option);
        (await Shell.Township("export", "--to", folder, "--files", "csv", "--store", store.Option, "--culture", "zh-CN"))
            .Should().Be(new Answer(2, "", $"township: 无法写入“{folder}”：文件“{Path.Combine(folder, "commits.csv")}”已经存在。\n"));
    }

    [Fact]
    public async Task The_store_must_be_named_somewhere()
    {
        (await Shell.Process(new Dictionary<string, string>(), null, "streams")).Should().Be(new Answer(2, "", "township: No store is named. Use --store sqlite:PATH|postgres:CONNECTION or the environment variable TOWNSHIP_STORE.\n"));
        (await Shell.Process(new Dictionary<string, string> { ["TOWNSHIP_STORE"] = store.Option }, null, "streams")).Exit.Should().Be(0);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_exit_code_3_and_stays_not_there()
    {
        var path = Path.Combine(store.Folder, "none.db");
        var answer = await Shell.Township("verify", "--store", $"sqlite:{path}");
        answer.Should().Be(new Answer(3, "", $"township: The store cannot be opened: There is no store at '{path}'.\n"));
        File.Exists(path).Should().BeFalse();
    }

    [Fact]
    public async Task Files_that_are_no_store_are_exit_code_3()
    {
        var (text, other, empty) = (Path.Combine(store.Folder, "text.db"), Path.Combine(store.Folder, "other.db"), Path.Combine(store.Folder, "empty.db"));
        await File.WriteAllTextAsync(text, new string('x', 5000));
        await File.WriteAllTextAsync(empty, "");
        using (var connection = new SqliteConnection($"Data Source={other};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE t (x)";
            command.ExecuteNonQuery();
        }

        foreach (var path in (string[])[text, other, empty, store.Folder])
            (await Shell.Township("verify", "--store", $"sqlite:{path}")).Should().Match<Answer>(a => a.Exit == 3 && a.Output == "" && a.Error.Count(c => c == '\n') == 1, path);
    }

    [Theory]
    [InlineData("en", "Usage:", "Verifies the history")]
    [InlineData("zh-CN", "用法：", "校验记录")]
    public async Task Help_is_given_in_both_languages(string culture, string usage, string verify) =>
        (await Shell.Township("--help", "--culture", culture)).Should().Match<Answer>(a => a.Exit == 0 && a.Error == "" && a.Output.Contains(usage) && a.Output.Contains(verify));
}
