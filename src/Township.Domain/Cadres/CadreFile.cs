using Event = Township.Cadres.CadreEvent;

namespace Township.Cadres;

/// <summary>What is on record about a cadre who is, or was, in the township.</summary>
/// <param name="Name">The name.</param>
/// <param name="Appointments">At least one, oldest first.</param>
/// <param name="Leaves">Those that stand, by their first day; none overlaps another.</param>
/// <param name="Relatives">Each person once.</param>
/// <param name="LastChangeOn">When the post or the superior last changed; nothing later is dated before it.</param>
public sealed record CadreFile(
    PersonalText Name, EquatableList<Appointment> Appointments, EquatableList<CadreLeave> Leaves, EquatableList<Relative> Relatives, DateOnly LastChangeOn)
{
    public Appointment Current() => Appointments[^1];

    internal CadreStanding Standing(DateOnly? leftOn) =>
        new(Appointments[0].From, leftOn, Current().Level, Current().Superior, [.. Relatives.Select(r => r.PersonId)]);

    internal CadreService Service() =>
        new([.. Appointments.Select(a => new PostHeld(a.PostId, a.From))], [.. Leaves.Select(l => new Absence(l.From, l.Until))]);

    internal static CadreFile Opened(Event.Registered e) => new(e.Name, [e.Appointment], [], [], e.Appointment.From);

    internal CadreFile With(Event.Transferred e) => this with { Appointments = Appointments.Add(e.Appointment), LastChangeOn = e.Appointment.From };

    // The appointment stays the same: its first day says since when the cadre has had the duties.
    internal CadreFile With(Event.SuperiorAssigned e) => this with
    {
        Appointments = [.. Appointments.SkipLast(1), Current() with { Superior = e.Superior }],
        LastChangeOn = e.EffectiveOn,
    };

    internal CadreFile With(Event.LeaveGranted e) => this with { Leaves = Leaves.Add(e.Leave).OrderBy(l => l.From).ToEquatableList() };

    internal CadreFile With(Event.LeaveCancelled e) => this with { Leaves = Leaves.Where(l => l.From != e.From).ToEquatableList() };

    internal CadreFile With(Event.RelativeDeclared e) => this with { Relatives = Relatives.Declare(e.Relative) };

    internal CadreFile With(Event.RelativeWithdrawn e) => this with { Relatives = Relatives.Withdraw(e.PersonId) };
}
