using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;

namespace Township.Cli;

/// <summary>From the command line to an exit code. Whatever goes wrong is one line on the error output, never a stack trace.</summary>
static class CommandLine
{
    public static async Task<int> Run(string[] args)
    {
        var language = Language.Of(args);
        // The parser speaks English, and is translated where it is shown: its own Chinese is incomplete.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Language.English);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var parsed = Root(language).Parse(args);
        if (parsed.Errors is [var error, ..])
        {
            await Complain(ParserMessages.Say(error.Message, language) + language.Say("用法见 township --help。", " See township --help."));
            return ExitCodes.WrongUsage;
        }

        await using var output = new HelpWriter(language);
        return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, Output = output });
    }

    public static Task Complain(string line) => Channels.Current.Error.WriteLineAsync($"township: {UnicodeText.Printable(line, 2000)}");

    static RootCommand Root(Language language)
    {
        var options = new CommonOptions(language);
        var commands = new CommandFactory(options, language);
        var root = new RootCommand(language.Say("township：查阅、校验、复核乡镇业务记录。不需要运行服务程序，也不改动记录。", "township: reads, verifies and replays the histories of townships. It needs no silo and does not change them."))
        {
            options.Store, options.Format, options.Culture, options.Rules.Symbol,
            StreamsCommand.Create(commands), HistoryCommand.Create(commands), StateCommand.Create(commands), DiffCommand.Create(commands),
            VerifyCommand.Create(commands), ReplayCommand.Create(commands), ExportCommand.Create(commands), MinutesCommand.Create(commands),
            DrawCommand.Create(options, language),
            RulesCommand.Create(options, language),
            SchemaCommand.Create(options, language),
            SubscriptionsCommand.Create(options, commands),
            PrivacyCommand.Create(options, language),
            DeadlinesCommand.Create(options, language),
        };
        foreach (var help in root.Options.OfType<HelpOption>()) help.Description = language.Say("显示用法", "Show help and usage");
        return root;
    }
}
