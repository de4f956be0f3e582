using Township.Posts;

namespace Township.Cadres;

/// <summary>A cadre's time on a post, with the post as it was at the appointment.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Title">Its title.</param>
/// <param name="Department">Its department.</param>
/// <param name="Level">Its level.</param>
/// <param name="Superior">Who oversees the cadre; for a past appointment, who did so last. Null for the top leader.</param>
/// <param name="From">First day on the post; a change of superior does not move it.</param>
[GenerateSerializer, Immutable, Alias("cadre.appointment")]
public sealed record Appointment(string PostId, string Title, string Department, PostLevel Level, string? Superior, DateOnly From);

/// <summary>A leave, both days included.</summary>
[GenerateSerializer, Immutable, Alias("cadre.leave")]
public sealed record CadreLeave(PersonalText Kind, DateOnly From, DateOnly Until)
{
    /// <summary>Whether the whole month is covered.</summary>
    public bool Covers(Month month) => From <= month.FirstDay && Until >= month.LastDay;
}

/// <summary>A cadre. Name is null, and there are no appointments, until registered.</summary>
/// <param name="Name">The name.</param>
/// <param name="Appointments">All of them, oldest first; the last one is current.</param>
/// <param name="Leaves">All leaves that stand, by their first day.</param>
/// <param name="Relatives">The declared relatives.</param>
/// <param name="LeftOn">Last day in the township, when departed.</param>
[GenerateSerializer, Immutable, Alias("cadre.view")]
public sealed record CadreView(
    PersonalText? Name, EquatableList<Appointment> Appointments, EquatableList<CadreLeave> Leaves, EquatableList<Relative> Relatives, DateOnly? LeftOn)
{
    /// <summary>The current post; null before registration.</summary>
    public Appointment? Current() => Appointments is [.., var last] ? last : null;

    /// <summary>First day in the township; null before registration.</summary>
    public DateOnly? JoinedOn() => Appointments is [var first, ..] ? first.From : null;
}
