using Township.Cadres;

namespace Township;

/// <summary>A cadre who is given a task must be in the township.</summary>
static class Presence
{
    /// <summary>
    /// Returns null if the cadre is on record, has joined by a day and has not left by today. Asks for the cadre's standing.
    /// </summary>
    public static Refusal? RefuseAbsent(this DecisionContext context, string cadreId, DateOnly from) => context.Fact<CadreStanding>(cadreId) switch
    {
        null => CommonRefusals.Unknown.With(cadreId),
        { LeftOn: { } left } when left < context.Today() => CadreRefusals.Departed.With(cadreId, LocalTime.Show(left)),
        var cadre when cadre.JoinedOn > from => CommonRefusals.TooEarly.With(LocalTime.Show(from), LocalTime.Show(cadre.JoinedOn)),
        _ => null,
    };
}
