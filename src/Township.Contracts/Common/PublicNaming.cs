using System.Globalization;
using Township.Townships;

namespace Township;

/// <summary>How public documents show names of people (§7).</summary>
public static class PublicNaming
{
    /// <summary>What stands where no name is shown.</summary>
    public const string Hidden = "某人";

    /// <summary>What stands where a name was erased.</summary>
    public const string Erased = "〔已依法删除〕";

    /// <summary>What stands where a name is sealed and nobody had the key.</summary>
    public const string Sealed = "〔密〕";

    // The compound surnames 复姓 that are in use; of any other name the first character is the surname.
    static readonly HashSet<string> CompoundSurnames =
    [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "长孙", "宇文", "夏侯", "轩辕", "端木", "百里", "南宫",
        "东郭", "西门", "独孤", "申屠", "闻人", "澹台", "淳于", "单于", "太史", "钟离", "赫连", "鲜于", "闾丘", "司空", "亓官", "仲孙", "拓跋", "呼延",
        "左丘", "东门", "万俟", "公冶", "宗政", "濮阳", "太叔", "段干", "第五", "欧侯",
    ];

    /// <summary>
    /// A name as a public document shows it. Of Chinese names the surname stays and 某 stands for the rest (张某, 欧阳某); of the names of
    /// national minorities and foreigners the first character stays, of names in Latin letters the first letter (M.), as the courts do it
    /// when they publish judgments.
    /// </summary>
    /// <param name="name">The name, as readers see it.</param>
    /// <param name="shown">How much of it the township shows.</param>
    public static string Show(this PersonalText name, PublicNames shown)
    {
        ArgumentNullException.ThrowIfNull(name);
        return (name, shown) switch
        {
            (_, PublicNames.Hidden) => Hidden,
            ({ State: PersonalTextState.Erased }, _) => Erased,
            ({ State: PersonalTextState.Sealed }, _) => Sealed,
            (_, PublicNames.Full) => name.Text!,
            // 欧　阳丽华 is 欧阳丽华, and wide letters are letters.
            _ => Surname(UnicodeText.Compact(name.Text!)),
        };
    }

    // Characters, not UTF-16 units: rare surnames have two.
    static string Surname(string name) => name switch
    {
        "" => Hidden,
        [(>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), ..] => char.ToUpperInvariant(name[0]) + ".",
        _ when name.Length > 2 && CompoundSurnames.Contains(name[..2]) => name[..2] + "某",
        _ => StringInfo.GetNextTextElement(name) + "某",
    };
}
