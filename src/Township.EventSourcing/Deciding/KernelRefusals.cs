namespace Township.EventSourcing;

/// <summary>The refusals that every aggregate shares.</summary>
public static class KernelRefusals
{
    /// <summary>
    /// A field of the command has an invalid value. Arguments: the field, the fault in Chinese, the fault in English.
    /// </summary>
    public static readonly RefusalReason Malformed = new("command.malformed", "命令格式有误：{0} {1}。", "The command is malformed: {0} {2}.");

    /// <summary>The command id was already used for a command with other content. Argument: the id.</summary>
    public static readonly RefusalReason IdReused = new("command.id-reused",
        "命令编号 {0} 已用于内容不同的命令，请使用新的编号。", "The command id {0} was already used for a command with other content; use a new id.");

    /// <summary>The commit of the command would be larger than a store accepts. Arguments: size, limit, in bytes.</summary>
    public static readonly RefusalReason TooLarge = new("command.too-large",
        "命令内容过大：需要存储 {0} 字节，上限为 {1} 字节。", "The command is too large: storing it takes {0} bytes, the limit is {1} bytes.");

    /// <summary>The grain key is not a key of this aggregate. Argument: the key.</summary>
    public static readonly RefusalReason UnknownKey = new("command.unknown-key", "“{0}”不是有效的编号。", "'{0}' is not a valid key.");

    /// <summary>Only people of the township may read this. Argument: the township.</summary>
    public static readonly RefusalReason NotYourTownship = new("query.not-your-township",
        "只有 {0} 的人员可以查询。", "Only people of {0} may read this.");

    /// <summary>The query does not say who is asking.</summary>
    public static readonly RefusalReason NoCaller = new("query.no-caller",
        "请先登录：未注明查询人。", "Sign in first: the query does not say who is asking.");

    /// <summary>The caller may not read this. Argument: the roles that may, in addition to the people whom it concerns.</summary>
    public static readonly RefusalReason NotEntitledToRead = new("query.not-entitled",
        "无权查询；需要具备以下角色之一：{0}。", "You may not read this. It requires one of the roles: {0}.");
}
