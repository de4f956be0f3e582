namespace Township.Documents;

/// <summary>
/// Names that are also words: 高兴 in 大家很高兴 is not a person. Such a name counts as a name when it is spaced like one, when a title or a verb
/// of speaking follows, when a word that introduces people precedes it, or when it stands alone between two punctuation marks. All other
/// names count as names everywhere: a text that reads badly is better than one that reveals a person.
/// </summary>
static class OrdinaryWords
{
    // Words of village meetings that begin like a surname. A name that is missing here is masked everywhere.
    static readonly HashSet<string> Words =
    [
        .. """
        安定 安静 安康 安宁 安全 安心 包干 包括 包装 毕竟 毕业 边界 边境 边缘 柴草 柴油 常规 常见 常年 常识 常委 常务 车辆 车站 成本 成果 成绩 成立 成年 成功 程度 程序 党费 党委 党员 党章 单纯 单独 单价 单位 单元
        丁字 董事 段落 段位 方案 方便 方法 方面 方圆 方向 方正 房产 房屋 费用 丰富 丰收 符合 付款 付出 干部 干净 干旱 甘心 甘愿 高产 高程 高处 高峰 高价 高明 高山 高尚 高速 高温 高兴 高原 耿直 公开 公路 公平 公园
        公正 宫殿 古老 古迹 古树 谷物 谷雨 顾客 顾虑 关键 关联 关系 关心 关于 关注 管道 管理 管网 管线 广播 广场 国家 国庆 国土 海洋 海岸 杭州 何处 何时 何况 和好 和解 和睦 和平 和气 和谐 衡量 洪水 洪灾 胡乱 胡同
        花费 花木 花园 华夏 华丽 怀疑 黄河 黄昏 黄金 黄土 惠民 霍乱 吉利 吉祥 计划 计算 季度 季节 简单 简易 江河 江湖 江山 江水 姜汤 金额 金融 金属 经常 经费 经过 经济 经营 景点 景观 景色 康复 康乐 孔洞 况且 匡正
        赖账 蓝天 蓝图 劳动 劳务 雷达 雷雨 冷静 冷库 黎明 李子 厉害 利民 利息 利益 连接 连年 连续 廉洁 廉政 良好 良种 梁柱 林地 林区 林权 林木 林业 凌晨 凌乱 刘海 柳树 龙头 龙眼 楼房 楼梯 鲁莽 陆地 陆续 路灯 路面
        路口 路线 路段 吕剧 罗列 骆驼 麻烦 马路 马上 马力 满意 满足 毛病 毛利 毛料 茅屋 梅雨 梅花 米饭 米粮 苗木 苗圃 明白 明年 明确 明天 莫名 牧场 牧民 宁静 宁可 宁愿 牛奶 牛羊 农民 农田 农业 欧洲 平安 平常 平等
        平方 平静 平均 平坦 平原 平整 蒲草 浦东 齐全 齐心 祁连 钱财 钱款 强调 强烈 强制 强化 乔木 乔迁 秦岭 秋收 秋天 曲折 曲线 屈从 全部 全村 全力 全面 全体 全年 权力 权利 权益 任何 任期 任务 任意 荣幸 荣誉 容易
        容量 融资 商店 商量 商业 尚未 尚且 邵阳 申报 申请 申诉 沈阳 盛大 盛夏 师傅 师资 施工 施肥 石灰 石料 石头 石油 时光 时间 时候 史料 舒服 舒适 水利 水库 水泥 水渠 水质 水源 司法 司机 宋代 宋词 苏醒 孙子 谈话
        谈论 汤水 唐代 陶瓷 陶器 田地 田间 田野 童年 童工 涂料 涂改 万分 万物 万一 万元 汪洋 危房 危险 魏晋 温度 温和 温暖 温室 文化 文件 文明 文字 乌云 巫术 武器 武装 习惯 席位 夏季 夏收 夏天 相关 相信 向来 向上
        向阳 项目 萧条 谢意 辛苦 辛劳 幸福 幸好 熊猫 修路 修理 徐州 许多 许可 严格 严谨 严密 严肃 严重 颜料 颜色 言论 阳光 阳台 杨柳 杨树 杨梅 叶子 易懂 易于 阴天 阴雨 殷实 应当 应该 应急 应付 英明 英雄 尤其 游客
        游览 于是 于今 余额 余地 余款 余粮 雨水 雨季 元旦 元月 原因 原来 苑区 岳母 岳父 云彩 臧否 曾经 查明 查询 查找 查看 占地 占用 章程 章节 张口 张罗 张贴 张扬 赵州 甄别 郑重 支部 支出 支书 支持 支付 钟点 钟头
        仲夏 仲裁 周边 周到 周年 周期 周围 周转 朱红 诸位 祝福 祝贺 祝愿 庄稼 庄严 卓越 宗旨 宗教 邹城 祖国 左边 左右
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
    ];

    static readonly string[] Titles =
    [
        "同志", "代表", "先生", "女士", "小姐", "师傅", "老师", "同学", "主任", "书记", "村长", "组长", "队长", "会长", "社长", "委员", "村民", "农户", "老人", "大爷", "大妈", "大娘",
        "大叔", "大伯",
        "阿姨", "本人", "夫妇", "夫妻", "一家", "一户", "家里", "家的", "等人", "等户", "说", "问", "称", "答", "反映", "提出", "认为", "表示", "建议", "要求", "发言", "补充",
        "投诉", "举报",
    ];

    static readonly string[] Introductions =
    [
        "村民", "代表", "农户", "户主", "居民", "群众", "社员", "组长", "队长", "党员", "老人", "同志", "名叫", "叫", "姓名", "请", "由", "其中", "邻居", "申请人", "报名人", "当事人",
        "投诉人", "反映人",
    ];

    /// <summary>Returns whether the text at a position is used as a name, not as a word.</summary>
    public static bool StandsAsName(string text, NamePosition position)
    {
        var name = text.Substring(position.Start, position.Length);
        if (!Words.Contains(string.Concat(name.Where(c => !char.IsWhiteSpace(c))))) return true;
        var (before, after) = (text[..position.Start].TrimEnd(), text[(position.Start + position.Length)..].TrimStart());
        return name.Any(char.IsWhiteSpace)
            || Titles.Any(t => after.StartsWith(t, StringComparison.Ordinal))
            || Introductions.Any(i => before.TrimEnd(':', '：', '“', '"').EndsWith(i, StringComparison.Ordinal))
            || ((before.Length == 0 || char.IsPunctuation(before[^1])) && (after.Length == 0 || char.IsPunctuation(after[0])));
    }
}
