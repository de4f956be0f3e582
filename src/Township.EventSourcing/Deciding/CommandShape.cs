using System.Collections;

namespace Township.EventSourcing;

/// <summary>
/// Checks that a command is well-formed before any rule sees it: no unexpected nulls, no blank, oversized or unprintable texts, lists
/// within bounds, dates within <see cref="EarliestDate"/> and <see cref="LatestDate"/>, defined enum values. Every member of every command
/// is covered by default; <see cref="TextAttribute"/> and <see cref="CountAttribute"/> change the limits, <see cref="CodeAttribute"/> and
/// <see cref="KeyAttribute"/> mark texts that are compared. Thread-safe.
/// </summary>
public static class CommandShape
{
    /// <summary>The earliest date that a command may mention.</summary>
    public static readonly DateOnly EarliestDate = new(1900, 1, 1);

    /// <summary>The latest date that a command may mention.</summary>
    public static readonly DateOnly LatestDate = new(2100, 12, 31);

    sealed record Fault(string Path, string Chinese, string English)
    {
        /// <summary>
        /// Returns the fault with the path as its owner sees it. Paths are built from the inside out, so that only faults cost anything.
        /// </summary>
        public Fault In(string owner) => this with { Path = Path is "" or ['[', ..] ? owner + Path : $"{owner}.{Path}" };
    }

    /// <summary>
    /// Returns null when the command is well-formed, otherwise a <c>command.malformed</c> refusal that names the first invalid field.
    /// </summary>
    public static Refusal? Check(ICommand? command) => Refused(
        command is null ? new Fault("command", "不能为空", "must not be null")
        : command.CommandId == Guid.Empty ? new Fault("commandId", "不能为空", "must not be empty")
        : CheckMembers(command));

    /// <summary>Like <see cref="Check"/> for the caller: a value that cannot be stored must not reach a batch that others share.</summary>
    public static Refusal? CheckCaller(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        // Reserved: these values are not verified yet, and would be stored for ever.
        var claimed = caller.Actor is { Issuer: null, KeyId: null, OnBehalfOf: null } or null
            ? null
            : new Fault("actor", "不能自称身份已经验证", "must not claim to be a verified identity");
        return Refused((CheckMembers(caller) ?? claimed)?.In("caller"));
    }

    /// <summary>Like <see cref="Check"/> for requests that are not sent to an aggregate.</summary>
    public static Refusal? CheckRequest(object request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Refused(CheckMembers(request));
    }

    static Refusal? Refused(Fault? fault) =>
        fault is null ? null : KernelRefusals.Malformed.With(fault.Path, fault.Chinese, fault.English);

    static Fault? CheckMembers(object owner)
    {
        foreach (var member in ShapedMember.Of(owner.GetType()))
            if (CheckValue(member.Read(owner), member) is { } fault) return fault.In(member.Name);
        return null;
    }

    static Fault? CheckValue(object? value, ShapedMember member) => value switch
    {
        null => member.Nullable ? null : new("", "不能为空", "must not be null"),
        string text => CheckText(text, member.Text) ?? CheckCode(text, member),
        PersonalText text => CheckPersonal(text, member),
        DateOnly date => CheckDate(date),
        DateTimeOffset time => CheckDate(DateOnly.FromDateTime(time.UtcDateTime)),
        double number when !double.IsFinite(number) => new("", "不是数字", "is not a number"),
        float number when !float.IsFinite(number) => new("", "不是数字", "is not a number"),
        Enum choice => Enum.IsDefined(choice.GetType(), choice) ? null : new("", "不是有效的选项", "is not one of the choices"),
        ICheckedValue { IsValid: false } => new("", "不是有效的值", "is not a valid value"),
        IEnumerable list => CheckList(list, member),
        _ when ShapedMember.HasNoShape(value.GetType()) => null,
        _ => CheckMembers(value),
    };

    static Fault? CheckText(string text, TextAttribute rule)
    {
        if (text.Length > rule.MaxLength) return new("", $"超过 {rule.MaxLength} 个字符", $"is longer than {rule.MaxLength} characters");
        if (!rule.AllowEmpty && string.IsNullOrWhiteSpace(text)) return new("", "不能为空白", "must not be blank");
        if (!UnicodeText.IsWellFormed(text)) return new("", "含有不成对的代理字符", "contains a lone surrogate");
        foreach (var c in text)
            if (char.IsControl(c) && !(rule.MultiLine && c is '\n' or '\r' or '\t'))
                return new("", "含有控制字符", "contains a control character");
        return null;
    }

    // A sealed text comes from the system and was checked before it was sealed.
    static Fault? CheckPersonal(PersonalText personal, ShapedMember member) => personal switch
    {
        { State: PersonalTextState.Erased } => new("", "已删除", "was erased"),
        { State: PersonalTextState.Clear, Persons.Count: > PersonalText.MaxPersons } =>
            new("about", $"超过 {PersonalText.MaxPersons} 人", $"names more than {PersonalText.MaxPersons} people"),
        { State: PersonalTextState.Clear } when personal.Persons.Select(p => CheckKey(p.Id))
            .FirstOrDefault(f => f is not null) is { } fault =>
            fault.In("about"),
        { State: PersonalTextState.Clear, Text: var text } =>
            text is null ? new("", "不能为空", "must not be null") : CheckText(text, member.Text),
        _ => null,
    };

    static Fault? CheckCode(string text, ShapedMember member) => member switch
    {
        { Code: null } => null,
        { IsKey: true } => CheckKey(text),
        _ when UnicodeText.IsCode(text) => null,
        _ => new(
            "", "不是规范的代码：含有不可见字符、多余空白或非规范写法",
            "is not a valid code: it contains invisible characters or needless white space, or is not in Unicode form C"),
    };

    static Fault? CheckKey(string text) =>
        text.Length <= KeyAttribute.MaxLength && StreamId.IsValidId(text) ? null : new("", "不是有效的编号", "is not a valid id");

    static Fault? CheckDate(DateOnly date) =>
        date >= EarliestDate && date <= LatestDate
            ? null
            : new(
                "", $"应在 {EarliestDate:yyyy-MM-dd} 至 {LatestDate:yyyy-MM-dd} 之间",
                $"must be between {EarliestDate:yyyy-MM-dd} and {LatestDate:yyyy-MM-dd}");

    static Fault? CheckList(IEnumerable list, ShapedMember member)
    {
        var index = 0;
        foreach (var item in list)
        {
            if (index == member.Count.Max) return new("", $"超过 {member.Count.Max} 项", $"has more than {member.Count.Max} elements");
            if (CheckValue(item, member.Element) is { } fault) return fault.In($"[{index}]");
            index++;
        }

        return index < member.Count.Min ? new("", $"至少 {member.Count.Min} 项", $"must have at least {member.Count.Min} elements") : null;
    }
}
