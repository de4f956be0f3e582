namespace Township.EventSourcing.Tests;

public sealed class CommandShapeTests
{
    enum Choice { First, Second }

    sealed record Inner(string Name, EquatableList<string> Tags);

    sealed record Key(string Text) : ICheckedValue
    {
        public bool IsValid => Text.Length == 3;
    }

    abstract record Base([Text(5)] string Short)
    {
        public Guid CommandId { get; init; } = Guid.CreateVersion7();
    }

    sealed record Sample(
        string Name = "张三",
        [Text(2000, MultiLine = true, AllowEmpty = true)] string Note = "",
        string? Nickname = null,
        [Count(1, 2)] EquatableList<string>? Tags = null,
        EquatableList<Inner>? Inners = null,
        DateOnly? Day = null,
        DateTimeOffset? At = null,
        Choice Choice = Choice.First,
        Inner? Inner = null,
        Key? Checked = null,
        [Key] string Cadre = "c-017",
        [Key] EquatableList<string>? Cadres = null,
        [Code] string Event = "promise.became-overdue",
        double Ratio = 0.5,
        int Number = 0,
        decimal Money = 0,
        string Short = "abc") : Base(Short), ICommand
    {
        public EquatableList<int> Numbers { get; init; } = [];

        [Text(3)] public string Code { get; init; } = "abc";

        public string Shown => Name.Length > 0 ? "\0" : Note; // Computed members are not asked.
    }

    public static TheoryData<string, string> Malformed => new()
    {
        { "name", "must not be null" },
        { "name:empty", "must not be blank" },
        { "name:blank", "must not be blank" },
        { "name:201", "is longer than 200 characters" },
        { "name:1MB", "is longer than 200 characters" },
        { "name:control", "contains a control character" },
        { "name:nul", "contains a control character" },
        { "name:newline", "contains a control character" },
        { "name:surrogate", "contains a lone surrogate" },
        { "note:2001", "is longer than 2000 characters" },
        { "note:control", "contains a control character" },
        { "nickname:blank", "must not be blank" },
        { "tags:none", "must have at least 1 elements" },
        { "tags:three", "has more than 2 elements" },
        { "tags[1]:null", "must not be null" },
        { "inners:201", "has more than 200 elements" },
        { "inners[1].name", "must not be null" },
        { "inners[0].tags[0]:blank", "must not be blank" },
        { "numbers:201", "has more than 200 elements" },
        { "day:1899", "must be between 1900-01-01 and 2100-12-31" },
        { "day:2101", "must be between 1900-01-01 and 2100-12-31" },
        { "at:min", "must be between 1900-01-01 and 2100-12-31" },
        { "at:2101utc", "must be between 1900-01-01 and 2100-12-31" },
        { "choice:7", "is not one of the choices" },
        { "inner.name:blank", "must not be blank" },
        { "checked:bad", "is not a valid value" },
        { "cadre:slash", "is not a valid id" },
        { "cadre:long", "is not a valid id" },
        { "cadre:invisible", "is not a valid id" },
        { "cadres[1]:invisible", "is not a valid id" },
        { "event:invisible", "is not a valid code: it contains invisible characters or needless white space, or is not in Unicode form C" },
        { "event:blank at its end", "is not a valid code: it contains invisible characters or needless white space, or is not in Unicode form C" },
        { "ratio:nan", "is not a number" },
        { "short:attribute of the base", "is longer than 5 characters" },
        { "code:attribute of a property", "is longer than 3 characters" },
        { "commandId:empty", "must not be empty" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_cannot_be_is_refused_and_the_field_is_named(string what, string because)
    {
        var refusal = CommandShape.Check(Bad(what));
        refusal.Should().NotBeNull();
        (refusal.Code, refusal.Arguments[0], refusal.Arguments[2]).Should().Be(("command.malformed", what.Split(':')[0], because));
        refusal.English.Should().Be($"The command is malformed: {what.Split(':')[0]} {because}.");
        refusal.Chinese.Should().Be($"命令格式有误：{what.Split(':')[0]} {refusal.Arguments[1]}。");
    }

    [Fact]
    public void A_null_command_is_refused() =>
        CommandShape.Check(null)!.English.Should().Be("The command is malformed: command must not be null.");

    [Fact]
    public void What_is_at_its_bounds_is_well_formed()
    {
        CommandShape.Check(new Sample()).Should().BeNull();
        CommandShape.Check(new Sample(Name: " 张\u200B三\uFE0F e\u0301 ")).Should().BeNull("free texts keep what people write");
        CommandShape.Check(new Sample(
            new string('张', 200), new string('x', 1998) + "\r\n", "\U0001F600", ["a", "b"], [new("x", [])], new(1900, 1, 1),
            new(2100, 12, 31, 23, 59, 59, TimeSpan.Zero), Choice.Second, new("y", ["t"]), new("abc"), new string('c', 64), ["c-017", "c-017"], "promise.became-overdue", double.MaxValue, int.MinValue, decimal.MinValue)
        { Numbers = Enumerable.Range(0, 200).ToEquatableList() }).Should().BeNull();
    }

    [Fact]
    public void A_time_is_judged_by_its_utc_date()
    {
        CommandShape.Check(new Sample(At: new(2101, 1, 1, 7, 59, 0, TimeSpan.FromHours(8)))).Should().BeNull();
        CommandShape.Check(new Sample(At: new(2100, 12, 31, 23, 0, 0, TimeSpan.FromHours(-8)))).Should().NotBeNull();
    }

    [Fact]
    public void A_caller_whose_texts_cannot_be_stored_is_refused()
    {
        CommandShape.CheckCaller(Bank.Clerk).Should().BeNull();
        CommandShape.CheckCaller(new(Actor.Anonymous, "")).Should().BeNull();
        Refused(Bank.Clerk with { CorrelationId = "a\0" }, "caller.correlationId", "contains a control character");
        Refused(Bank.Clerk with { CausationId = new('x', 129) }, "caller.causationId", "is longer than 128 characters");
        Refused(Bank.Clerk with { Actor = Bank.Clerk.Actor with { Subject = "\uD800" } }, "caller.actor.subject", "contains a lone surrogate");
        const string code = "is not a valid code: it contains invisible characters or needless white space, or is not in Unicode form C";
        Refused(Bank.Clerk with { Actor = Bank.Clerk.Actor with { Subject = "c-001\u200B" } }, "caller.actor.subject", code);
        Refused(Bank.Clerk with { Actor = Bank.Clerk.Actor with { Township = "huimin\uFEFF" } }, "caller.actor.township", code);
        Refused(Bank.Clerk with { Actor = Bank.Clerk.Actor with { Roles = ["clerk", "clerk "] } }, "caller.actor.roles[1]", code);
        Refused(Bank.Clerk with { Actor = Bank.Clerk.Actor with { Roles = ["clerk", " "] } }, "caller.actor.roles[1]", "must not be blank");
        Refused(Bank.Clerk with { Actor = null! }, "caller.actor", "must not be null");

        static void Refused(Caller caller, string field, string because) =>
            CommandShape.CheckCaller(caller)!.English.Should().Be($"The command is malformed: {field} {because}.");
    }

    static Sample Bad(string what) => what switch
    {
        "name" => new(null!),
        "name:empty" => new(""),
        "name:blank" => new(" \u3000"),
        "name:201" => new(new string('x', 201)),
        "name:1MB" => new(new string('x', 1_000_000)),
        "name:control" => new("a\u0007"),
        "name:nul" => new("a\0"),
        "name:newline" => new("a\nb"),
        "name:surrogate" => new("a\uD83D"),
        "note:2001" => new(Note: new string('x', 2001)),
        "note:control" => new(Note: "a\u001B"),
        "nickname:blank" => new(Nickname: " "),
        "tags:none" => new(Tags: []),
        "tags:three" => new(Tags: ["a", "b", "c"]),
        "tags[1]:null" => new(Tags: ["a", null!]),
        "inners:201" => new(Inners: Enumerable.Repeat(new Inner("x", []), 201).ToEquatableList()),
        "inners[1].name" => new(Inners: [new("x", []), new(null!, [])]),
        "inners[0].tags[0]:blank" => new(Inners: [new("x", [""])]),
        "numbers:201" => new() { Numbers = Enumerable.Range(0, 201).ToEquatableList() },
        "day:1899" => new(Day: new(1899, 12, 31)),
        "day:2101" => new(Day: new(2101, 1, 1)),
        "at:min" => new(At: DateTimeOffset.MinValue),
        "at:2101utc" => new(At: new(2101, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        "choice:7" => new(Choice: (Choice)7),
        "inner.name:blank" => new(Inner: new("\t", [])),
        "checked:bad" => new(Checked: new("four")),
        "cadre:slash" => new(Cadre: "c/017"),
        "cadre:long" => new(Cadre: new string('c', 65)),
        "cadre:invisible" => new(Cadre: "c-017\u200B"),
        "cadres[1]:invisible" => new(Cadres: ["c-017", "c-017\uFE0F"]),
        "event:invisible" => new(Event: "promise.\u2060became-overdue"),
        "event:blank at its end" => new(Event: "promise.became-overdue "),
        "ratio:nan" => new(Ratio: double.NaN),
        "short:attribute of the base" => new(Short: "abcdef"),
        "code:attribute of a property" => new() { Code = "abcd" },
        "commandId:empty" => new() { CommandId = Guid.Empty },
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };
}
