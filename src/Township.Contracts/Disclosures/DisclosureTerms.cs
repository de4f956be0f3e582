namespace Township.Disclosures;

/// <summary>What is disclosed 政务公开.</summary>
public enum DisclosureKind
{
    /// <summary>听证公告: topic, time and place of a hearing (H3). Its subject is the hearing, with its revision.</summary>
    HearingNotice,

    /// <summary>听证结果: what a hearing came to (H6). Its subject is the hearing.</summary>
    HearingOutcome,

    /// <summary>听证反馈: what becomes of the issues of a hearing (H8). Its subject is the hearing, with the issues' numbers.</summary>
    HearingFeedback,

    /// <summary>月度积分: scores of a month (A2).</summary>
    MonthlyScores,

    /// <summary>名次公示: a ranking, displayed for a week (A7).</summary>
    Ranking,

    /// <summary>办事指南: a service guide (S4).</summary>
    ServiceGuide,

    /// <summary>招标公告: a notice of the tendering centre 招投标中心.</summary>
    TenderNotice,

    /// <summary>中标公示: a result of the tendering centre. Its subject is the disclosure of the tender notice.</summary>
    TenderResult,

    /// <summary>财务公开: a financial report, reviewed and approved before it is published 财务公开报审制.</summary>
    FinancialReport,

    /// <summary>其他: anything else.</summary>
    Other,
}

/// <summary>For whom 对象 a disclosure is.</summary>
public enum DisclosureAudience
{
    /// <summary>社会公众: everybody.</summary>
    Public,

    /// <summary>村民: the people of villages.</summary>
    Villagers,

    /// <summary>干部职工: the cadres.</summary>
    Cadres,

    /// <summary>当事人: those whom it concerns.</summary>
    Concerned,
}

/// <summary>In which form 形式 a disclosure is.</summary>
public enum DisclosureForm
{
    /// <summary>全文: the full text.</summary>
    FullText,

    /// <summary>摘要: a summary.</summary>
    Summary,

    /// <summary>表册: a table.</summary>
    Table,

    /// <summary>图表: a chart.</summary>
    Chart,

    /// <summary>口播: read out.</summary>
    Spoken,
}

/// <summary>What a disclosure is about.</summary>
/// <param name="Stream">The aggregate, for example <c>hearing/songfan/2026-01</c>; in the same township.</param>
/// <param name="Revision">The revision of its arrangement that is published; 0 where it has none.</param>
/// <param name="IssueNumbers">The issues of a hearing; empty where it is about all or none.</param>
[GenerateSerializer, Immutable, Alias("disclosure.subject")]
public sealed record DisclosureSubject([Code] string Stream, int Revision, EquatableList<int> IssueNumbers);

/// <summary>One publication on one channel.</summary>
/// <param name="Channel">Through what.</param>
/// <param name="At">When it became public, UTC.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="TextNumber">Which text was published: 1 for the first, 2 after a correction …</param>
/// <param name="DisplayedUntil">The last full day of its display, where it has a period.</param>
[GenerateSerializer, Immutable, Alias("disclosure.publication")]
public sealed record Publication(Channel Channel, DateTimeOffset At, PersonalText Evidence, string By, int TextNumber, DateOnly? DisplayedUntil);
