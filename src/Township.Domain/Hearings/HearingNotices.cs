using Township.Calendars;
using Township.Disclosures;
using Township.Townships;
using static Township.Hearings.HearingCommand;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H3: what counts as published, and on which day the hearing may open.
public abstract partial record Hearing
{
    static Decision<HearingEvent> DecideNotice(RecordNotice record, HearingFile file, DecisionContext context)
    {
        if (file is not { Revision: { } revision, Arrangement: not null }) return HearingRefusals.NotArranged;
        if (file.Postponed) return HearingRefusals.IsPostponed;
        if (context.Fact<DisclosurePublications>(record.DisclosureId) is not { } disclosure) return CommonRefusals.Unknown.With(record.DisclosureId);
        if (!IsNotice(disclosure, revision, context)) return HearingRefusals.NotItsNotice.With(record.DisclosureId, revision.Number);
        var now = Published(record.DisclosureId, disclosure, revision.Since);
        var before = file.Notices.Where(n => n.DisclosureId == record.DisclosureId).ToEquatableList();
        var period = PeriodOf(HearingFile.Replaced(file.Notices, record.DisclosureId, now), file, context);
        return now switch
        {
            _ when now == before && now.Count > 0 => Decision<HearingEvent>.Nothing,
            [] when before is [] && Published(record.DisclosureId, disclosure, DateTimeOffset.MinValue).Count > 0 =>
                HearingRefusals.PublishedBefore.With(record.DisclosureId, LocalTime.Show(revision.Since)),
            [] when before is [] => HearingRefusals.NotPublished.With(record.DisclosureId),
            _ => new Event.NoticeRecorded(record.DisclosureId, revision.Number, now, period),
        };
    }

    static Decision<HearingEvent> DecidePeriodEnd(HearingFile file, DecisionContext context) => file switch
    {
        { PeriodEnded: true } => Decision<HearingEvent>.Nothing,
        { Postponed: true } or { Period: null } => HearingRefusals.NoPeriod.With(file.Revision?.Number ?? 0),
        { Period: { } period } when context.Today() < period.EarliestOn => TooShort(period),
        { Period: { } period, Revision: { } revision } => new Event.NoticePeriodEnded(revision.Number, period.EarliestOn),
        _ => throw new System.Diagnostics.UnreachableException("A period belongs to a revision."),
    };

    // Read again at the opening: what was corrected or withdrawn since it was recorded does not count.
    static NoticePeriod? PeriodNow(HearingFile file, HearingRevision revision, DecisionContext context) => PeriodOf(
        [.. NoticesOf(file).Select(notice => notice.Id).SelectMany(id => context.Fact<DisclosurePublications>(id) is { } disclosure && IsNotice(disclosure, revision, context)
            ? Published(id, disclosure, revision.Since) : [])],
        file, context);

    static IEnumerable<FactRequest> NoticesOf(HearingFile file) => Fact<DisclosurePublications>.OfAll(file.Notices.Select(n => n.DisclosureId)).Select(n => n.Guarded);

    static bool IsNotice(DisclosurePublications disclosure, HearingRevision revision, DecisionContext context) =>
        disclosure is { Kind: DisclosureKind.HearingNotice, Subject: { } subject } && subject.Stream == context.Stream.ToString() && subject.Revision == revision.Number;

    // One for each channel: of the current text, and published since the revision was fixed.
    static EquatableList<HearingPublication> Published(string id, DisclosurePublications disclosure, DateTimeOffset since) =>
        [.. disclosure.Publications.Where(p => p.At >= since).Select(p => new HearingPublication(id, p.Channel, p.At, p.Evidence))];

    /// <summary>
    /// The period begins with the last of the required channels, each by its first publication, on its day in Asia/Shanghai, which is not
    /// counted; full days follow, and the hearing may open on the day after the last of them.
    /// </summary>
    /// <remarks>
    /// By natural days, published on 03-02: 03-03 … 03-09 are the seven full days, 03-10 is the first possible day. By workdays
    /// (statutory): 03-03 … 03-06 and 03-09 … 03-11 are seven, 03-12 is the first. Natural days that end on a day off are not rolled:
    /// nobody has to act by their end, and the hearing's own day is chosen by the office.
    /// </remarks>
    static NoticePeriod? PeriodOf(EquatableList<HearingPublication> notices, HearingFile file, DecisionContext context)
    {
        if (Missing(notices, file.Policy.Values.RequiredChannels).Count > 0) return null;
        var from = file.Policy.Values.RequiredChannels.Max(c => LocalTime.DateOf(notices.Where(n => n.Channel == c).Min(n => n.At)));
        return from == file.Period?.From ? file.Period : PeriodFrom(from, file.Policy.Values, context.CalendarVersion);
    }

    static NoticePeriod PeriodFrom(DateOnly from, HearingPolicyValues policy, string calendar)
    {
        if (policy.NoticeProfile is NoticeProfile.NaturalDays)
            return new(from, policy.NoticeDays, policy.NoticeProfile, from.AddDays(policy.NoticeDays + 1), calendar, false);
        var last = WorkCalendar.Of(calendar).AddWorkdays(from, policy.NoticeDays);
        return new(from, policy.NoticeDays, policy.NoticeProfile, last.On.AddDays(1), last.CalendarVersion, last.Provisional);
    }

    static EquatableList<Channel> Missing(EquatableList<HearingPublication> publications, EquatableList<Channel> required) =>
        [.. required.Where(c => publications.All(p => p.Channel != c))];

    static Refusal TooShort(NoticePeriod period) => HearingRefusals.NoticeTooShort.With(LocalTime.Show(period.From), LocalTime.Show(period.EarliestOn));
}
