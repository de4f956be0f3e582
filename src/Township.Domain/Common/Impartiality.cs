using Township.Cadres;

namespace Township;

/// <summary>Nobody judges their own case, or that of a declared relative, whichever of the two declared it.</summary>
static class Impartiality
{
    /// <summary>Asks for the records of the cadre concerned and of the actor as a cadre.</summary>
    public static IEnumerable<FactRequest> CadreAndActor(string cadreId, Actor actor) => [Fact<CadreStanding>.Of(cadreId), .. Acting<CadreStanding>(actor)];

    /// <summary>Asks for the actor's record. A subject that cannot be an id has none.</summary>
    public static IEnumerable<FactRequest> Acting<TFact>(Actor actor) where TFact : class => IsId(actor.Subject) ? [Fact<TFact>.Of(actor.Subject)] : [];

    /// <summary>The actor's record; null if there is none.</summary>
    public static TFact? Acting<TFact>(this DecisionContext context) where TFact : class =>
        IsId(context.Actor.Subject) ? context.Fact<TFact>(context.Actor.Subject) : null;

    /// <summary>
    /// Returns null if the actor is on record as a cadre, has not left, and is neither the cadre concerned nor a relative.
    /// </summary>
    public static Refusal? RefuseBiased(this DecisionContext context, string cadreId, RefusalReason own, RefusalReason ofRelative) =>
        RefuseBiased(context, context.Actor.Subject, context.Acting<CadreStanding>(), cadreId, own, ofRelative);

    /// <summary>The same for another person than the actor.</summary>
    public static Refusal? RefuseBiased(
        this DecisionContext context, string personId, CadreStanding? person, string cadreId, RefusalReason own, RefusalReason ofRelative) =>
        (person, context.Fact<CadreStanding>(cadreId)) switch
        {
            _ when personId == cadreId => own,
            (null, _) => CommonRefusals.Unknown.With(personId),
            (_, null) => CommonRefusals.Unknown.With(cadreId),
            ({ LeftOn: { } left }, _) when left < context.Today() => CadreRefusals.Departed.With(personId, LocalTime.Show(left)),
            var (one, other) => RefuseRelatives(personId, one.Relatives, cadreId, other.Relatives, ofRelative),
        };

    /// <summary>Returns null if neither has declared the other.</summary>
    public static Refusal? RefuseRelatives(
        string oneId, EquatableList<string> ofOne, string otherId, EquatableList<string> ofOther, RefusalReason reason) =>
        ofOne.Contains(otherId) || ofOther.Contains(oneId) ? reason.With(oneId, otherId) : null;

    static bool IsId(string subject) => StreamId.IsValidId(subject) && subject.Length <= KeyAttribute.MaxLength;
}
