using System.Diagnostics;
using Event = Township.Cadres.CadreEvent;

namespace Township.Cadres;

/// <summary>A cadre 干部: posts, reporting line, leaves and declared relatives.</summary>
[Title("干部", "cadre")]
public abstract partial record Cadre : IAggregate<Cadre, CadreCommand, CadreEvent, CadreView>
{
    private Cadre() { }

    public sealed record Unregistered : Cadre;

    public sealed record Registered(CadreFile File) : Cadre;

    public sealed record Departed(CadreFile File, Event.Departed Departure) : Cadre;

    public static string Category => "cadre";

    public static Cadre Initial => new Unregistered();

    public static Cadre Evolve(Cadre state, CadreEvent e) => (state, e) switch
    {
        (Unregistered, Event.Registered registered) => new Registered(CadreFile.Opened(registered)),
        (Registered { File: var file }, Event.Transferred transferred) => new Registered(file.With(transferred)),
        (Registered { File: var file }, Event.SuperiorAssigned assigned) => new Registered(file.With(assigned)),
        (Registered { File: var file }, Event.LeaveGranted granted) => new Registered(file.With(granted)),
        (Registered { File: var file }, Event.RelativeDeclared declared) => new Registered(file.With(declared)),
        (Registered { File: var file }, Event.LeaveCancelled cancelled) => new Registered(file.With(cancelled)),
        (Registered { File: var file }, Event.RelativeWithdrawn withdrawn) => new Registered(file.With(withdrawn)),
        (Registered { File: var file }, Event.Departed departed) => new Departed(file, departed),
        (Departed gone, Event.LeaveCancelled cancelled) => gone with { File = gone.File.With(cancelled) },
        (Departed gone, Event.RelativeWithdrawn withdrawn) => gone with { File = gone.File.With(withdrawn) },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static CadreStanding? StandingOf(Cadre state) => state switch
    {
        Registered { File: var file } => file.Standing(null),
        Departed { File: var file, Departure.LeftOn: var left } => file.Standing(left),
        _ => null,
    };

    public static CadreService? ServiceOf(Cadre state) => state switch
    {
        Registered { File: var file } => file.Service(),
        Departed { File: var file } => file.Service(),
        _ => null,
    };

    public static CadreView View(Cadre state, StreamId stream) => state switch
    {
        Registered { File: var file } => new(file.Name, file.Appointments, file.Leaves, file.Relatives, null),
        Departed { File: var file, Departure: var departure } => new(file.Name, file.Appointments, file.Leaves, file.Relatives, departure.LeftOn),
        _ => new(null, [], [], [], null),
    };
}
