using Township.Disclosures;
using Township.Draws;
using Township.Hearings;
using Township.Promises;
using static Township.Auditing.Tests.SongfanTown;
using static Township.Hearings.HearingCommand;

namespace Township.Auditing.Tests;

/// <summary>
/// A hearing on drinking water and village accounts, from its beginning to its second closing: moved to another place and published again, seats given
/// by a draw, an officer recused, an entry corrected, a question left open, one issue concluded, one referred, a promise extended, reopened once.
/// </summary>
static class HearingScene
{
    public static readonly string[] Villagers = ["张水根", "欧阳丽华", "李阿福", "王宝珍", "赵大山", "钱小云"];

    public static async Task Play(IEventStore store, IPersonalDataKeys keys, Func<SongfanTown, Task>? first = null)
    {
        await using var town = new SongfanTown(store, keys);
        await town.Found();
        if (first is not null) await first(town);
        await Prepare(town);
        await Publish(town);
        await Seat(town);
        await Sit(town);
        await Account(town);
        await Reopen(town);
    }

    public static async Task Prepare(SongfanTown town)
    {
        await town.At("2026-02-24 09:00").Office(new HearingCommand.Prepare("饮用水改造与村级财务公开"));
        await town.Office(new AddIssue("山前片自来水管网改造何时完成", []));
        await town.Office(new AddIssue("村级财务公开不及时、不明细", []));
        await town.Office(new AddIssue("集镇停车位划设", []));
        await town.Office(new PlanWork([new("印制并张贴听证公告", Clerk, new(2026, 3, 2)), new("整理管网改造资料", Engineer, new(2026, 3, 6))]));
        await town.At("2026-02-26 10:00").Office(new Arrange(Moment("2026-03-09 09:00"), "乡政府三楼会议室", ["各村村民代表", "乡直有关单位负责人"], null));
    }

    // The first notice loses its effect with the place, and the period starts again.
    public static async Task Publish(SongfanTown town)
    {
        await Notice(town, "2026-01-notice", 1, "2026-02-27", "乡政府三楼会议室");
        await town.At("2026-03-01 15:00").Office(new Arrange(Moment("2026-03-10 09:00"), "宋畈中心小学礼堂", ["各村村民代表", "乡直有关单位负责人"], "三楼会议室容纳不下报名人数"));
        await town.Office(new DropIssue(3, "已由集镇办在会前解决"));
        await Notice(town, "2026-01-notice-2", 3, "2026-03-02", "宋畈中心小学礼堂");
        await town.Office(new CompleteTask(1));
    }

    static async Task Notice(SongfanTown town, string id, int revision, string day, string place)
    {
        await town.At(day + " 08:00").Disclose(id, new DisclosureCommand.Draft(DisclosureKind.HearingNotice, new(HearingStream.ToString(), revision, []),
            DisclosureAudience.Public, DisclosureForm.FullText, "关于召开效能听证会的公告", $"地点：{place}", null));
        await town.At(day + " 18:30").Disclose(id, new DisclosureCommand.Publish(Channel.Broadcast, Moment(day + " 12:00"), "乡广播站播出记录第37号，早中晚各一次"));
        await town.Disclose(id, new DisclosureCommand.Publish(Channel.NoticeBoard, Moment(day + " 17:20"), "照片 0302-01 至 0302-12\n十二个村公告栏"));
        await town.Office(new RecordNotice(id));
    }

    public static async Task Seat(SongfanTown town)
    {
        await town.At("2026-03-03 08:30").Office(new SetGroups([new("farmers", "种粮大户", 2, 0, 3), new("villagers", "村民", 0, 3, 0)]));
        foreach (var n in (int[])[1, 2, 3]) await town.Hear(new SignUp(Id(n), "farmers", PersonalText.About(Id(n), Villagers[n - 1])), Roles.Citizen, Id(n));
        foreach (var n in (int[])[4, 5, 6])
        {
            await town.Office(new Invite(Id(n), "villagers", PersonalText.About(Id(n), Villagers[n - 1])));
            await town.Hear(new AcceptInvitation(Id(n)), Roles.Citizen, Id(n));
        }

        await town.At("2026-03-04 17:00").Office(new CloseSignUp());
        await town.Draw("hearing.2026-01.farmers", new DrawCommand.Freeze([Id(1), Id(2), Id(3)], [], "ssq", new(2026, 3, 5)));
        await town.Office(new AttachDraw("farmers"));
        await town.At("2026-03-06 08:30").Draw("hearing.2026-01.farmers", new DrawCommand.Reveal([2, 8, 20, 22, 28, 33, 2]));
        await town.Office(new SeatByDraw("farmers"));
        await town.Office(new ConfirmRepresentatives());
        await town.Office(new WithdrawRepresentative(Id(1), PersonalText.About(Id(1), "住院，不能参加")));
        foreach (var cadre in (string[])[Deputy, Accountant]) await town.Office(new AppointOfficer(cadre));
        await town.At("2026-03-10 00:00").Hear(new EndNoticePeriod(), Roles.System, "deadlines");
    }

    public static async Task Sit(SongfanTown town)
    {
        await town.At("2026-03-10 08:40").Office(new RecordAttendance([Id(2), Id(3), Id(4), Id(5), Deputy, Accountant]));
        await town.At("2026-03-10 09:00").Hear(new OpenSitting(), Roles.Leader, Secretary);
        await town.Office(new Ask(Id(2), 1, PersonalText.About(Id(2), "山前片二百多户去年夏天断水十九天，管网改造到底什么时候完成？")));
        await town.Office(new Explain(Deputy, 1, PersonalText.About(Deputy, "改造分两期：\n一期主管网六月底前完成；\n二期入户管网因资金未到位，今年不能全部完成。")));
        await town.Office(new Ask(Id(3), 2, PersonalText.About(Id(3), "去年的征地补偿款明细为什么至今没有上墙？")));
        await town.Office(new LeaveUnanswered(3, "所涉账目尚在审计，会上不能答复"));
        await town.Office(new StateOpinion(Id(4), 1, PersonalText.About(Id(4), "同意分期，但张水根反映的山前三组应排在一期。")));
        await town.Hear(new RecuseOfficer(Accountant, PersonalText.About(Accountant, "本人经办过该笔征地补偿"), Engineer), Roles.Leader, Secretary);
        await town.Office(new RecordAttendance([Engineer]));
        await town.Hear(new Discuss(Engineer, 1, 4, PersonalText.About(Engineer, "三组地势最高，一期可以先接。")), Roles.Cadre, Engineer);
        await town.Office(new Suggest(Id(5), 2, PersonalText.About(Id(5), "建议每季度末逐笔公开，村民小组长签字。")));
        await town.Office(new RaiseObjection(Id(3), 2, PersonalText.About(Id(3), "账目没有查清以前，不同意作结论。")));
        await town.Office(new RaiseIssue(Id(5), "村道路灯维修无人管理", PersonalText.About(Id(5), "村口到学校一段路灯坏了半年。")));
        await town.Office(new CorrectEntry(1, PersonalText.About(Id(2), "山前片二百多户去年夏天断水九天，管网改造到底什么时候完成？"), "记录有误，代表当场更正"));
        await town.Office(new RecordLeaving(Id(4)));
        await town.Office(new RecordAttendance([Id(6), Id(4)]));
        await town.At("2026-03-10 11:10").Hear(new Conclude(1, "山前片管网一期六月底前完工，山前三组列入一期；二期由乡政府作出限时承诺。"), Roles.Leader, Secretary);
        await town.At("2026-03-10 11:30").Hear(new EndSitting(), Roles.Leader, Secretary);
    }

    public static async Task Account(SongfanTown town)
    {
        await town.At("2026-03-12 09:00").Promised(new PromiseCommand.Make(Engineer, new(2026, 9, 30), "完成二期入户管网", "县级配套资金下半年到位"));
        await town.Office(new LinkPromise(1, "2026-01.1"));
        await town.Office(new AssignMeasure(1, "一期主管网施工，每半月公布进度", Engineer, new(2026, 6, 30)));
        await town.Office(new AssignMeasure(4, "维修路灯并确定管护人", Deputy, new(2026, 3, 20)));
        await Feedback(town, "2026-01-feedback", "2026-03-18", [1, 2, 4]);
        await town.At("2026-03-21 00:00").Hear(new MarkMeasureOverdue(4, 1), Roles.System, "deadlines");
        await town.At("2026-03-23 16:00").Office(new CompleteMeasure(4, 1, "路灯全部修复，由村电工管护"));
        await town.At("2026-03-25 10:00").Hear(new RecordStudyResult(2, "自二季度起村级财务逐笔公开，审计结果单独公布。"), Roles.Leader, Secretary);
        await town.Office(new Close());
        await town.At("2026-08-20 09:00").Promised(new PromiseCommand.Extend(new(2026, 11, 30), "台风损毁在建管道"));
    }

    public static async Task Feedback(SongfanTown town, string id, string day, EquatableList<int> issues)
    {
        await town.At(day + " 08:00").Disclose(id, new DisclosureCommand.Draft(DisclosureKind.HearingFeedback, new(HearingStream.ToString(), 0, issues),
            DisclosureAudience.Public, DisclosureForm.FullText, "效能听证会议题办理情况反馈", "各项议题办理情况如下……", null));
        foreach (var channel in (Channel[])[Channel.DisclosureBoard, Channel.ExplanatoryNotice, Channel.MeetingBriefing])
            await town.Disclose(id, new DisclosureCommand.Publish(channel, Moment(day + " 08:00"), $"凭证 {day}-{(int)channel}"));
        await town.Office(new RecordFeedback(id));
    }

    public static async Task Reopen(SongfanTown town)
    {
        await town.At("2026-09-02 09:00").Hear(new Reopen([2], "审计发现2019年另有一笔补偿款未入账", "原研究结果没有考虑这笔款项"), Roles.Leader, Secretary);
        await town.Hear(new Refer(2, "须由党委政府重新研究"), Roles.Leader, Secretary);
        await Feedback(town, "2026-01-feedback-2", "2026-09-09", [2]);
        await town.At("2026-09-10 09:00").Office(new Close());
    }

    public static string Id(int villager) => $"p-{villager:000}";
}

/// <summary>宋畈乡 in memory, with the keys of its people.</summary>
sealed class Songfan : IAsyncDisposable
{
    readonly PersonalData _texts;

    public Songfan()
    {
        Keys = new(TimeProvider.System);
        _texts = new(Keys, TimeProvider.System, new());
    }

    public MemoryEventStore Store { get; } = new();

    public MemoryPersonalDataKeys Keys { get; }

    public MinutesPrinter Printer => new(Store, _texts.Open);

    public static async Task<Songfan> Play(Func<SongfanTown, Task>? first = null)
    {
        var songfan = new Songfan();
        await HearingScene.Play(songfan.Store, songfan.Keys, first);
        return songfan;
    }

    public ValueTask DisposeAsync() => _texts.DisposeAsync();
}
