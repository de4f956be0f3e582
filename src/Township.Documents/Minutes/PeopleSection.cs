using Township.Hearings;
using static Township.Documents.ChineseTerms;
using static Township.Documents.DocumentBlock;
using static Township.Hearings.HearingEvent;

namespace Township.Documents;

/// <summary>The participants, how they were selected, and whether they were enough (H4, H6).</summary>
sealed class PeopleSection
{
    readonly HearingHistory _history;
    readonly HearingNames _names;
    readonly HearingPeople _people;
    readonly Dictionary<string, string> _drawOf = [], _inPlaceOf = [];
    readonly Attendance _attendance;

    public PeopleSection(HearingHistory history, HearingNames names)
    {
        (_history, _names, _people, _attendance) = (history, names, history.View.People, Attendance.Of(history));
        foreach (var (seated, _) in history.All<GroupSeated>())
            if (seated.DrawId is { } draw) foreach (var person in seated.Seated) _drawOf[person] = draw;
        foreach (var (promoted, _) in history.All<ReservePromoted>()) _inPlaceOf[promoted.PersonId] = promoted.InPlaceOf;
    }

    public IEnumerable<DocumentBlock> Blocks()
    {
        foreach (var group in _people.Groups) foreach (var block in Group(group)) yield return block;
        if (_people.Groups.Count == 0) yield return new Paragraph("听证代表尚未开始报名。");
        if (Others() is { } others)
        {
            yield return new Heading(3, "其他报名和受邀人员");
            yield return others;
        }

        yield return new Heading(3, "听证员");
        yield return Officers();
        yield return new Heading(3, "主持人");
        yield return new Paragraph(Chairs());
        yield return new Heading(3, "法定人数");
        yield return new Paragraph(Quorum());
    }

    IEnumerable<DocumentBlock> Group(RepresentativeGroup group)
    {
        yield return new Heading(3, $"听证代表：{_names.Text(group.Name)}（席位：自愿报名{group.SignUpSeats}名，乡邀请{group.InvitedSeats}名）");
        foreach (var draw in _people.Draws.Where(d => d.GroupId == group.Id))
            yield return new Paragraph(
                $"抽签 {draw.DrawId}{(draw.Replaced ? "（作废，已由另一次抽签代替）" : draw.Used ? "" : "（尚未据以分配席位）")}，承诺值 {draw.Commitment}。");
        var seated = _people.Representatives.Where(r => r.GroupId == group.Id && r.Standing is RepresentativeStanding.Seated).ToList();
        if (seated.Count == 0) yield return new Paragraph("尚无代表。");
        else if (_names.IsPublic) yield return Rows(["代表号", "姓名", "产生方式", "到会情况"], seated.Select(r => (EquatableList<string>)
            [$"{_names.NumberOf(r.PersonId)}", _names.Representative(r.PersonId), WayOf(r), _attendance.Show(r.PersonId)]));
        else yield return Rows(["代表号", "姓名", "人员编号", "产生方式", "到会情况"], seated.Select(r => (EquatableList<string>)
            [$"{_names.NumberOf(r.PersonId)}", _names.Representative(r.PersonId), r.PersonId, WayOf(r), _attendance.Show(r.PersonId)]));
    }

    // The public is told only the number of people who did not become representatives.
    DocumentBlock? Others()
    {
        var others = _people.Representatives.Where(r => r.Standing is not RepresentativeStanding.Seated).ToList();
        if (others.Count == 0) return null;
        if (_names.IsPublic)
            return new Paragraph(
                "另有" + string.Join("，", others.GroupBy(r => r.Standing).OrderBy(g => g.Key).Select(g => $"{Of(g.Key)}{g.Count()}名")) + "。");
        var reasons = _history.All<RepresentativeWithdrew>().Select(w => (w.Event.PersonId, w.Event.Reason))
            .Concat(_history.All<RepresentativeRecused>().Select(r => (r.Event.PersonId, r.Event.Reason)))
            .ToLookup(r => r.PersonId, r => r.Reason);
        return Rows(["代表号", "姓名", "人员编号", "组别", "情况", "理由"], others.Select(r => (EquatableList<string>)
            [$"{_names.NumberOf(r.PersonId)}", _names.Representative(r.PersonId), r.PersonId, _names.GroupOf(r.GroupId), Of(r.Standing), reasons[r.PersonId].LastOrDefault() is { } reason ? _names.Reason(reason) : ""]));
    }

    Table Officers()
    {
        var present = _people.Officers.Select(
            o => (EquatableList<string>)[_names.Person(o.CadreId), _names.PostOf(o.CadreId), o.FromTeam ? "班子成员" : "干部", _attendance.Show(o.CadreId)]);
        var recused = _history.All<OfficerRecused>().Select(r => (EquatableList<string>)
            [_names.Person(r.Event.CadreId), _names.PostOf(r.Event.CadreId), "", $"{Moment(r.Record.At)}起回避：{_names.Reason(r.Event.Reason)}{Replacement(r.Event.CadreId)}"]);
        return Rows(["姓名", "职务", "身份", "到会情况"], present.Concat(recused));
    }

    string Replacement(string recused) =>
        _history.All<OfficerAppointed>().LastOrDefault(a => a.Event.InPlaceOf == recused).Event is { } next
            ? $"；由{_names.Person(next.CadreId)}接替"
            : "";

    string Chairs() => _history.All<Opened>().FirstOrDefault().Event is not { } opened
        ? "尚未开会。"
        : string.Join('\n', [_names.Cadre(opened.Chair), .. _history.All<ChairTaken>().Select(c =>
            $"{Moment(c.Record.At)}起由{_names.Cadre(c.Event.Chair)}接替{_names.Person(c.Event.From)}主持：{_names.Text(c.Event.Reason)}")]);

    string Quorum()
    {
        var (policy, confirmed) = (_history.Policy, _history.All<RepresentativesConfirmed>().LastOrDefault().Event);
        if (confirmed is null || _people.Quorum is null) return "代表名单尚未确认。";
        var needed = $"确认代表{confirmed.Confirmed}名，开会须有不少于{policy.QuorumNumerator}/{policy.QuorumDenominator}即{confirmed.Quorum}名代表、不少于{policy.QuorumOfficers}名听证员到会。";
        return _history.All<Opened>().FirstOrDefault().Event is { } opened
            ? $"{needed}开会时到会代表{opened.Representatives}名、听证员{opened.Officers}名，符合规定。"
            : needed;
    }

    string WayOf(HearingRepresentative one) => one.Way switch
    {
        RepresentativeWay.Invitation => "乡邀请",
        _ when _inPlaceOf.TryGetValue(one.PersonId, out var before) => $"自愿报名，候补递补（接替{_names.NumberOf(before)}号）",
        _ when _drawOf.TryGetValue(one.PersonId, out var draw) => $"自愿报名，抽签产生（{draw}）",
        _ => "自愿报名",
    };

    static Table Rows(EquatableList<string> headings, IEnumerable<EquatableList<string>> rows) => new(headings, rows.ToEquatableList());
}
