using Township.Cadres;
using static Township.Hearings.HearingCommand;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H3–H5: who has come, and when the hearing may open.
public abstract partial record Hearing
{
    static Decision<HearingEvent> DecideAttendance(HearingCommand command, HearingFile file, bool inSession, DecisionContext context) => (command, file) switch
    {
        (_, { Postponed: true }) => HearingRefusals.IsPostponed,
        (_, { Arrangement: null }) => HearingRefusals.NotArranged,
        (_, { People.Quorum: null }) => HearingRefusals.NotConfirmed,
        (_, { Arrangement: { } arrangement }) when !inSession && context.Today() != LocalTime.DateOf(arrangement.OpensAt) => HearingRefusals.NotYet.With(LocalTime.Show(arrangement.OpensAt)),
        (RecordAttendance { PersonIds: var people }, _) when people.FirstOrDefault(p => !file.People.IsSeated(p) && !file.People.IsOfficer(p)) is { } stranger => HearingRefusals.NotRepresentative.With(stranger),
        (RecordAttendance { PersonIds: var people }, _) => Distinct(people.Where(p => !file.People.Attends(p))) is { Count: > 0 } come
            ? new Event.AttendanceRecorded(come, context.Now)
            : Decision<HearingEvent>.Nothing,
        (RecordLeaving { PersonId: var id }, _) => file.People.Attends(id) ? new Event.LeavingRecorded(id, context.Now) : HearingRefusals.NotAttending.With(id),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Decision<HearingEvent> DecideOpening(HearingFile file, DecisionContext context)
    {
        if (RefuseChair(file.People, context) is { } noChair) return noChair;
        if (file is not { Revision: { } revision, Arrangement: { } arrangement }) return HearingRefusals.NotArranged;
        var (period, day) = (PeriodNow(file, revision, context), LocalTime.DateOf(arrangement.OpensAt));
        return file switch
        {
            { Postponed: true } => HearingRefusals.IsPostponed,
            _ when file.Issues.All(i => i.Dropped) => HearingRefusals.NoIssues,
            { Period: null } => ChannelsMissing(file.Notices, file),
            _ when period is null => HearingRefusals.ChannelMissing.With(string.Join(", ", file.Policy.Values.RequiredChannels)),
            _ when context.Today() < period.EarliestOn => TooShort(period),
            // If it were opened before its hour, the public would come too late; after its day, in vain: another day needs another
            // arrangement.
            _ when context.Now < arrangement.OpensAt => HearingRefusals.NotYet.With(LocalTime.Show(arrangement.OpensAt)),
            _ when context.Today() > day => HearingRefusals.DayPassed.With(LocalTime.Show(day)),
            { People.Quorum: null } => HearingRefusals.NotConfirmed,
            _ when RelatedOfficer(file.People) is { } refusal => refusal,
            _ when RefuseQuorum(file) is { } refusal => refusal,
            _ => new Event.Opened(context.Actor.Subject, context.Now, period, file.People.AttendingRepresentatives(), file.People.AttendingOfficers(), file.People.Quorum ?? 0),
        };
    }

    static Refusal ChannelsMissing(EquatableList<HearingPublication> notices, HearingFile file) =>
        HearingRefusals.ChannelMissing.With(string.Join(", ", Missing(notices, file.Policy.Values.RequiredChannels)));

    // Party committee and government convene it: a member of the leadership team on record chairs it, who must not be a representative.
    static Refusal? RefuseChair(HearingPeople people, DecisionContext context) => context.Acting<CadreStanding>() switch
    {
        var cadre when RefuseUnknownCadre(context.Actor.Subject, cadre, context) is { } refusal => refusal,
        { } cadre when !IsOfTeam(cadre) => HearingRefusals.NotOfTeam.With(context.Actor.Subject),
        _ when people.IsCandidate(context.Actor.Subject) => HearingRefusals.IsRepresentative.With(context.Actor.Subject),
        _ => null,
    };

    // A relative may have signed up after the officer was appointed: then the officer is recused, not the citizen.
    static Refusal? RelatedOfficer(HearingPeople people) => people.Officers
        .SelectMany(o => o.Relatives.Where(people.IsSeated).Select(r => HearingRefusals.OfficerRelated.With(o.CadreId, r))).FirstOrDefault();

    static Refusal? RefuseQuorum(HearingFile file)
    {
        var (representatives, officers) = (file.People.AttendingRepresentatives(), file.People.AttendingOfficers());
        var (needed, neededOfficers) = (file.People.Quorum ?? int.MaxValue, file.Policy.Values.QuorumOfficers);
        return representatives >= needed && officers >= neededOfficers ? null : HearingRefusals.NoQuorum.With(representatives, needed, officers, neededOfficers);
    }
}
