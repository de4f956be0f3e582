using Township.Cadres;
using Township.Posts;
using static Township.Hearings.HearingCommand;
using Event = Township.Hearings.HearingEvent;

namespace Township.Hearings;

// H4: officers 听证员, and recusal 回避 with replacement, before the sitting and during it (then there are minutes).
public abstract partial record Hearing
{
    static Decision<HearingEvent> DecideOfficers(HearingCommand command, HearingFile file, HearingMinutes? minutes, DecisionContext context) => command switch
    {
        AppointOfficer appoint when file.People.IsOfficer(appoint.CadreId) => Decision<HearingEvent>.Nothing,
        AppointOfficer appoint when RefuseOfficer(appoint.CadreId, file.People, context) is { } refusal => refusal,
        AppointOfficer appoint => Appointing(appoint.CadreId, null, context),
        RecuseOfficer recuse => DecideRecusal(recuse, file, minutes, context),
        RecuseRepresentative recuse => DecideRecusal(recuse, file, minutes, context),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Decision<HearingEvent> DecideRecusal(RecuseOfficer recuse, HearingFile file, HearingMinutes? minutes, DecisionContext context) => recuse switch
    {
        _ when !file.People.IsOfficer(recuse.CadreId) =>
            file.People.RecusedOfficers.Contains(recuse.CadreId) ? Decision<HearingEvent>.Nothing : HearingRefusals.NotOfficer.With(recuse.CadreId),
        { ReplacedBy: null } when file.People.Officers.Count == 1 => HearingRefusals.NeedsReplacement,
        { ReplacedBy: { } by } when file.People.IsOfficer(by) => CommonRefusals.AlreadyExists.With(by),
        { ReplacedBy: { } by } when RefuseOfficer(by, file.People, context) is { } refusal => refusal,
        _ => (HearingEvent[])
        [
            .. Lapsing(recuse.CadreId, file, minutes, context),
            new Event.OfficerRecused(recuse.CadreId, recuse.Reason, context.Actor.Subject),
            .. recuse.ReplacedBy is { } by ? (HearingEvent[])[Appointing(by, recuse.CadreId, context)] : [],
        ],
    };

    static Decision<HearingEvent> DecideRecusal(RecuseRepresentative recuse, HearingFile file, HearingMinutes? minutes, DecisionContext context)
    {
        if (file.People.Find(recuse.PersonId) is not { } person || person.Standing is RepresentativeStanding.Declined or RepresentativeStanding.Withdrawn)
            return HearingRefusals.NotRepresentative.With(recuse.PersonId);
        if (person.Standing is RepresentativeStanding.Recused) return Decision<HearingEvent>.Nothing;
        var recused = new Event.RepresentativeRecused(recuse.PersonId, recuse.Reason, context.Actor.Subject);
        // A sitting that has begun goes on without a replacement; whether it can still agree is a matter of its quorum.
        return minutes is null
            ? Leaving(person, recused, file, context).ToArray()
            : (HearingEvent[])[.. Lapsing(recuse.PersonId, file, minutes, context), recused];
    }

    // The objections of a recused person no longer prevent an agreement.
    static IEnumerable<Event.ObjectionWithdrawn> Lapsing(string personId, HearingFile file, HearingMinutes? minutes, DecisionContext context) =>
        minutes is null ? [] : file.Issues.SelectMany(i => i.Objections).Where(o => minutes.SpeakerOf(o) == personId).Select(o => new Event.ObjectionWithdrawn(o, personId, context.Actor.Subject));

    static Refusal? RefuseOfficer(string cadreId, HearingPeople people, DecisionContext context) =>
        people.IsCandidate(cadreId) ? HearingRefusals.IsRepresentative.With(cadreId)
            : people.RecusedOfficers.Contains(cadreId) ? HearingRefusals.WasRecused.With(cadreId)
            : context.Fact<CadreStanding>(cadreId) is var cadre && RefuseUnknownCadre(cadreId, cadre, context) is { } refusal ? refusal
            : cadre?.Relatives.FirstOrDefault(people.IsCandidate) is { } relative ? HearingRefusals.OfficerRelated.With(cadreId, relative)
            : null;

    static Event.OfficerAppointed Appointing(string cadreId, string? inPlaceOf, DecisionContext context)
    {
        var cadre = context.Fact<CadreStanding>(cadreId)!;
        return new(cadreId, IsOfTeam(cadre), cadre.Relatives, inPlaceOf);
    }

    static bool IsOfTeam(CadreStanding cadre) => cadre.Level is PostLevel.TopLeader or PostLevel.TeamMember;
}
