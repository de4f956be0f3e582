using Township.Cadres;

namespace Township;

/// <summary>Whoever is given something to do is there to do it.</summary>
static class Presence
{
    /// <summary>Content when the cadre is on record, has joined by a day and has not left by today.</summary>
    public static Refusal? RefuseAbsent(this DecisionContext context, string cadreId, Input<CadreView> cadre, DateOnly from) => cadre.Find(context.Inputs) switch
    {
        null => CommonRefusals.Unknown.With(cadreId),
        { LeftOn: { } left } when left < context.Today() => CadreRefusals.Departed.With(cadreId, LocalTime.Show(left)),
        var view when view.JoinedOn() > from => CommonRefusals.TooEarly.With(LocalTime.Show(from), LocalTime.Show(view.JoinedOn()!.Value)),
        _ => null,
    };
}
