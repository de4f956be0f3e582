namespace Township.IssueReports;

/// <summary>As what a person reports an issue (H1).</summary>
public enum ReporterKind
{
    /// <summary>驻村指导员: a cadre stationed in the village.</summary>
    Instructor,

    /// <summary>村级宣传员: the village's informant.</summary>
    Informant,

    /// <summary>Another cadre 干部.</summary>
    Cadre,

    /// <summary>听证代表</summary>
    Representative,

    /// <summary>群众</summary>
    Citizen,
}

/// <summary>What an issue is about.</summary>
public enum IssueCategory
{
    /// <summary>道路交通</summary>
    Roads,

    /// <summary>饮水水利</summary>
    Water,

    /// <summary>环境卫生</summary>
    Environment,

    /// <summary>农业生产</summary>
    Farming,

    /// <summary>土地宅基地</summary>
    Land,

    /// <summary>教育</summary>
    Education,

    /// <summary>医疗社保</summary>
    Health,

    /// <summary>治安安全</summary>
    Safety,

    /// <summary>村务财务公开</summary>
    Openness,

    /// <summary>机关作风与办事</summary>
    Conduct,

    /// <summary>其他</summary>
    Other,
}

/// <summary>Why a report is open again after it had gone into a hearing.</summary>
public enum ReleaseCause
{
    /// <summary>The hearing was cancelled.</summary>
    HearingCancelled,

    /// <summary>The issue was dropped from the hearing.</summary>
    IssueDropped,

    /// <summary>The hearing no longer lists the report under that issue.</summary>
    NotListed,
}
