using Township.Cadres;

namespace Township;

/// <summary>Nobody judges what is their own, or a declared relative's, whichever of the two declared it.</summary>
static class Impartiality
{
    /// <summary>Asks for both records: the cadre concerned, and whoever acts as a cadre.</summary>
    public static IEnumerable<InputRequest> CadreAndActor(StreamId asking, string cadreId, Actor actor) =>
        [Inputs.Cadre.Of(asking, cadreId), .. Acting(Inputs.ActingCadre, asking, actor)];

    /// <summary>Asks for the record of whoever acts. A subject that cannot be an id has none.</summary>
    public static IEnumerable<InputRequest> Acting<TView>(Input<TView> input, StreamId asking, Actor actor) where TView : class =>
        StreamId.IsValidId(actor.Subject) && actor.Subject.Length <= KeyAttribute.MaxLength ? [input.Of(asking, actor.Subject)] : [];

    /// <summary>Content when the acting cadre is on record, still here, and neither the cadre concerned nor a relative.</summary>
    public static Refusal? RefuseBiased(this DecisionContext context, string cadreId, RefusalReason own, RefusalReason ofRelative) =>
        RefuseBiased(context, context.Actor.Subject, Inputs.ActingCadre, cadreId, own, ofRelative);

    /// <summary>The same for another person than the one who acts.</summary>
    public static Refusal? RefuseBiased(
        this DecisionContext context, string personId, Input<CadreView> person, string cadreId, RefusalReason own, RefusalReason ofRelative) =>
        (person.Find(context.Inputs), Inputs.Cadre.Find(context.Inputs)) switch
        {
            _ when personId == cadreId => own,
            (null, _) => CommonRefusals.Unknown.With(personId),
            (_, null) => CommonRefusals.Unknown.With(cadreId),
            ({ LeftOn: { } left }, _) when left < context.Today() => CadreRefusals.Departed.With(personId, LocalTime.Show(left)),
            var (one, other) => RefuseRelatives(personId, one.Relatives, cadreId, other.Relatives, ofRelative),
        };

    /// <summary>Content when neither has declared the other.</summary>
    public static Refusal? RefuseRelatives(
        string oneId, EquatableList<Relative> ofOne, string otherId, EquatableList<Relative> ofOther, RefusalReason reason) =>
        ofOne.Names(otherId) || ofOther.Names(oneId) ? reason.With(oneId, otherId) : null;
}
