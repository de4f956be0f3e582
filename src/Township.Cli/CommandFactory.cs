using System.CommandLine;
using System.CommandLine.Parsing;

namespace Township.Cli;

/// <summary>Makes commands that share options, an opened store, and one way to fail.</summary>
sealed class CommandFactory(CommonOptions options, Language language)
{
    public Language Language => language;

    public Command Create(string name, string chinese, string english, IEnumerable<Symbol> symbols, Func<Inquiry, Task<int>> answer)
    {
        var command = new Command(name, language.Say(chinese, english));
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Arguments.Add(argument);
            if (symbol is Option option) command.Options.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => Failures.Told(language, async () =>
        {
            var aggregates = options.Rules.Aggregates(parsed);
            await using var reader = await options.Open(parsed, cancellationToken);
            await using var screen = new Screen(parsed.GetValue(options.Format));
            return await answer(new(parsed, reader, aggregates, screen, language, cancellationToken));
        }));
        return command;
    }

    /// <summary>Who reads, and the keys with which texts about people are opened for them.</summary>
    public ReaderOption Reader() => new(options, language);

    public Argument<StreamId> Stream() => new("STREAM")
    {
        Description = language.Say("卷宗号，如 draw/huimin/meeting.2026-01", "The stream, for example draw/huimin/meeting.2026-01"),
        CustomParser = result => Parse(result, result.Tokens[0].Value)!,
    };

    public Argument<StreamId[]> Streams() => new("STREAM")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = language.Say("只查这些卷宗；不填时查整个数据库", "Check only these streams; default: the whole store"),
        CustomParser = result => [.. result.Tokens.Select(t => Parse(result, t.Value)!)],
    };

    public Option<long?> Version(string name, string chinese, string english, bool required = false)
    {
        var option = new Option<long?>(name) { HelpName = "N", Required = required, Description = language.Say(chinese, english) };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(long.TryParse(token.Value, out var version) && version >= 0))
                result.AddError(language.Say($"{name} 应为 0 或更大的整数，不能是“{token.Value}”。", $"{name} must be an integer of 0 or more, not '{token.Value}'."));
        });
        return option;
    }

    public Option<DateTimeOffset?> At(string chinese, string english) => new("--at")
    {
        HelpName = "TIME",
        Description = language.Say($"{chinese}，如 \"2026-03-02 09:00\"；不写时区即北京时间", $"{english}, for example \"2026-03-02 09:00\"; without an offset it is in Asia/Shanghai"),
        CustomParser = result =>
        {
            if (Moments.TryParse(result.Tokens[0].Value, out var moment)) return moment;
            result.AddError(language.Say($"--at 应为日期加时间，如 \"2026-03-02 09:00\" 或 2026-03-02T01:00:00Z，不能是“{result.Tokens[0].Value}”。",
                $"--at must be a date and a time, for example \"2026-03-02 09:00\" or 2026-03-02T01:00:00Z, not '{result.Tokens[0].Value}'."));
            return null;
        },
    };

    /// <summary>A history is asked about at a version or at a moment.</summary>
    public void NotBoth(Command command, Option<long?> version, Option<DateTimeOffset?> at) => command.Validators.Add(result =>
    {
        if (result.GetResult(version) is not null && result.GetResult(at) is not null)
            result.AddError(language.Say("--version 和 --at 不能同时使用。", "Use --version or --at, not both."));
    });

    StreamId? Parse(ArgumentResult result, string name)
    {
        if (StreamId.TryParse(name, out var stream)) return stream;
        result.AddError(language.Say($"“{name}”不是卷宗号，应为“类别/乡镇/编号”。", $"'{name}' is not a stream name; expected category/township/id."));
        return null;
    }
}

/// <summary>One invocation of a command.</summary>
sealed record Inquiry(ParseResult Parsed, IEventReader Reader, AggregateCatalogue Aggregates, Screen Screen, Language Language, CancellationToken Stopped)
{
    public Titles Titles => field ??= new(Aggregates, Language);

    public string Say(string chinese, string english) => Language.Say(chinese, english);
}
