using Township.Posts;

namespace Township.Cadres;

/// <summary>
/// What rules about people need to know of a cadre: the time in the township, the level, the superior and the declared relatives.
/// </summary>
/// <param name="JoinedOn">First day in the township.</param>
/// <param name="LeftOn">Last day; null until the cadre has left.</param>
/// <param name="Level">The level of the current post.</param>
/// <param name="Superior">Who oversees the cadre; null for the top leader.</param>
/// <param name="Relatives">The ids of the declared relatives, in the order of their declaration.</param>
[FactName("cadre.standing")]
public sealed record CadreStanding(DateOnly JoinedOn, DateOnly? LeftOn, PostLevel Level, string? Superior, EquatableList<string> Relatives);

/// <summary>The posts and absences of a cadre, on which rules about pledges rest.</summary>
/// <param name="Posts">All posts, oldest first.</param>
/// <param name="Absences">The leaves that stand, by their first day; none overlaps another.</param>
[FactName("cadre.service")]
public sealed record CadreService(EquatableList<PostHeld> Posts, EquatableList<Absence> Absences)
{
    /// <summary>
    /// Whether the cadre is absent on every day of a month (P edge). Leaves that touch count as one absence; days before joining and after
    /// leaving count as absent.
    /// </summary>
    /// <param name="month">The month.</param>
    /// <param name="leftOn">The last day in the township; null until the cadre has left.</param>
    public bool IsAbsentThroughout(Month month, DateOnly? leftOn)
    {
        var served = Posts[0].From > month.FirstDay ? Posts[0].From : month.FirstDay;
        foreach (var absence in Absences)
            if (absence.From <= served && served <= absence.Until) served = absence.Until.AddDays(1);
        return served > (leftOn < month.LastDay ? leftOn : month.LastDay);
    }
}

/// <summary>A post and since when it is held.</summary>
/// <param name="PostId">The post.</param>
/// <param name="From">First day on it.</param>
public sealed record PostHeld(string PostId, DateOnly From);

/// <summary>An absence, both days included.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record Absence(DateOnly From, DateOnly Until);
