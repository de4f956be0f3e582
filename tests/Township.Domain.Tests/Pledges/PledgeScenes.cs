using static Township.Pledges.PledgeCommand;

namespace Township.Pledges;

/// <summary>Where the stories of a pledge for March 2026 begin.</summary>
static class PledgeScenes
{
    public static readonly PledgeItem Dyke = new("防汛备汛", "每周巡查堤坝一次,整改隐患", "三月底前隐患清单清零");
    public static readonly PledgeItem Road = new("村道硬化", "督促施工单位", "完成 2 公里");
    public static readonly PledgeItem School = new("校园安全", "联合检查", "检查 3 所学校");
    public static readonly EquatableList<PledgeItem> Items = [Dyke, Road];
    public static readonly PledgeEvent.DueDateFixed DueInMarch = Due(3, 5);

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    public static PledgeEvent.DueDateFixed Due(int month, int day) => new(new(Day(month, day), "cn-2026.1", false), "pledge/1");

    public static Write Form(params PledgeItem[] items) => new(items is [] ? Items : items.ToEquatableList(), 1);

    public static RecordStatement Statement(DateOnly on) => new("全镇干部大会", on, "表态发言");

    public static PledgeEvent.StatementRecorded Stated(DateOnly on) => new("全镇干部大会", on, "表态发言");

    /// <summary>Written on 2 March, stated on 3 March; it is 9 March.</summary>
    public static Huimin Pledged() => new Huimin()
        .At("2026-03-02 09:00").By(Huimin.TheCadre).Pledge(Form()).ThenAccepted()
        .At("2026-03-03 10:00").By(Huimin.Office).Pledge(Statement(Day(3, 3))).ThenAccepted()
        .At("2026-03-09 09:00");

    /// <summary>Pledged, and verified in April with one item unfulfilled.</summary>
    public static Huimin Unfulfilled() => Pledged()
        .At("2026-04-01 09:00").By(Huimin.Supervisor).Pledge(Verify(true, false)).ThenAccepted();

    public static Verify Verify(params bool[] fulfilled) => new(Findings(fulfilled));

    public static EquatableList<Finding> Findings(params bool[] fulfilled) => fulfilled.Select((f, i) => new Finding(i + 1, f, "现场查看")).ToEquatableList();
}
