using System.Text;

namespace Township.LoadTest.Work;

/// <summary>
/// The texts of entries: Chinese of three bytes a character, different in each event and no easier to compress than what
/// clerks write. One phrase repeated would let a store that compresses whole logs write next to nothing.
/// </summary>
public sealed class LedgerText
{
    /// <summary>With 150 characters an event has some 600 bytes.</summary>
    public const int Usual = 150;

    const int Texts = 1024;

    static readonly string[] Words =
    [
        "走访农户", "核对台账", "当日办结", "低保", "申请", "材料", "齐全", "缺少", "户口簿", "复印件", "已经", "告知", "明日", "补交", "村干部", "陪同", "查看",
        "房屋", "漏雨", "三间", "两间", "老人", "独居", "子女", "外出", "务工", "联系", "电话", "无人接听", "改约", "上午", "下午", "服务点", "登记", "领取", "表格",
        "高龄补贴", "医保", "报销", "发票", "金额", "不符", "退回", "重新", "计算", "签字", "盖章", "公示", "七天", "无异议", "上报", "乡政府", "分管", "领导", "批示",
        "水渠", "道路", "塌方", "抢修", "完工", "验收", "群众", "满意", "建议", "来年", "增加", "照明", "安全", "隐患", "整改", "复查", "合格", "，", "。", "；", "、",
    ];

    readonly string[] _texts;

    public LedgerText(int characters)
    {
        var random = new Random(characters);
        _texts = [.. Enumerable.Range(0, Texts).Select(_ => Write(random, characters))];
    }

    public string Of(int number) => _texts[number % Texts];

    static string Write(Random random, int characters)
    {
        var text = new StringBuilder();
        while (text.Length < characters) text.Append(Words[random.Next(Words.Length)]);
        return text.ToString(0, characters);
    }
}
