using Township.Cadres;
using static Township.Villages.VillageCommand;
using Event = Township.Villages.VillageEvent;

namespace Township.Villages;

public abstract partial record Village
{
    public static IEnumerable<FactRequest> Needs(VillageCommand command, Village state, DecisionContext context) => command switch
    {
        StationInstructor station => [Fact<CadreStanding>.Of(station.CadreId)],
        _ => [],
    };

    public static Decision<VillageEvent> Decide(VillageCommand command, Village state, DecisionContext context) => (command, state) switch
    {
        _ when context.RefuseUnless(Roles.Office, Roles.Leader) is { } refusal => refusal,
        (Establish establish, Unestablished) when context.RefuseDate(establish.On) is { } refusal => refusal,
        (Establish establish, Unestablished) => new Event.Established(establish.Name, establish.On),
        (Establish establish, Established { Terms: var terms }) when (establish.Name, establish.On) == (terms.Name, terms.On) => Decision<VillageEvent>.Nothing,
        (Establish, Established or Abolished) => CommonRefusals.AlreadyExists.With(context.Stream.Id),
        (_, Unestablished) => CommonRefusals.Unknown.With(context.Stream.Id),
        (AppointInformant appoint, Established standing) => DecideAppoint(appoint, standing, context),
        (DismissInformant dismiss, Established standing) => DecideDismiss(dismiss, standing, context),
        (StationInstructor station, Established standing) => DecideStation(station, standing, context),
        (RecallInstructor recall, Established standing) => DecideRecall(recall, standing, context),
        (Abolish abolish, Established standing) => context.RefuseDate(abolish.On, LastFirstDay(standing)) is { } refusal ? refusal : new Event.Abolished(abolish.On, abolish.Reason),
        (_, Abolished { End: var end }) => VillageRefusals.Abolished.With(context.Stream.Id, LocalTime.Show(end.On)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static Decision<VillageEvent> DecideAppoint(AppointInformant appoint, Established standing, DecisionContext context) => standing.Informant(appoint.PersonId) switch
    {
        { } => VillageRefusals.AlreadyServes.With(appoint.PersonId),
        _ when context.RefuseDate(appoint.From, standing.Terms.On) is { } refusal => refusal,
        _ => new Event.InformantAppointed(appoint.PersonId, appoint.Name, appoint.From),
    };

    static Decision<VillageEvent> DecideDismiss(DismissInformant dismiss, Established standing, DecisionContext context) => standing.Informant(dismiss.PersonId) switch
    {
        null => VillageRefusals.DoesNotServe.With(dismiss.PersonId),
        var serving when context.RefuseDate(dismiss.On, serving.From) is { } refusal => refusal,
        _ => new Event.InformantDismissed(dismiss.PersonId, dismiss.On, dismiss.Reason),
    };

    static Decision<VillageEvent> DecideStation(StationInstructor station, Established standing, DecisionContext context) => standing.Instructor(station.CadreId) switch
    {
        { } stationed when stationed.From == station.From => Decision<VillageEvent>.Nothing,
        { } => VillageRefusals.AlreadyServes.With(station.CadreId),
        _ when context.RefuseDate(station.From, standing.Terms.On) is { } refusal => refusal,
        _ when context.RefuseAbsent(station.CadreId, station.From) is { } refusal => refusal,
        _ => new Event.InstructorStationed(station.CadreId, station.From),
    };

    static Decision<VillageEvent> DecideRecall(RecallInstructor recall, Established standing, DecisionContext context) => standing.Instructor(recall.CadreId) switch
    {
        null => VillageRefusals.DoesNotServe.With(recall.CadreId),
        var stationed when context.RefuseDate(recall.On, stationed.From) is { } refusal => refusal,
        _ => new Event.InstructorRecalled(recall.CadreId, recall.On, recall.Reason),
    };

    static DateOnly LastFirstDay(Established standing) =>
        standing.Informants.Select(i => i.From).Concat(standing.Instructors.Select(i => i.From)).Append(standing.Terms.On).Max();
}
