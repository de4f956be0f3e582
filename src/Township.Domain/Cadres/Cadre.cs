using System.Diagnostics;
using static Township.Cadres.CadreEvent;

namespace Township.Cadres;

/// <summary>A cadre 干部: posts, reporting line, leaves and declared relatives.</summary>
public abstract partial record Cadre : IAggregate<Cadre, CadreCommand, CadreEvent, CadreView>
{
    private Cadre() { }

    public sealed record Unregistered : Cadre;

    public sealed record Serving(CadreFile File) : Cadre;

    public sealed record Gone(CadreFile File, Departed Departure) : Cadre;

    public static string Category => "cadre";

    public static Cadre Initial => new Unregistered();

    public static Cadre Evolve(Cadre state, CadreEvent e) => (state, e) switch
    {
        (Unregistered, Registered registered) => new Serving(CadreFile.Opened(registered)),
        (Serving { File: var file }, Transferred transferred) => new Serving(file.With(transferred)),
        (Serving { File: var file }, SuperiorAssigned assigned) => new Serving(file.With(assigned)),
        (Serving { File: var file }, LeaveGranted granted) => new Serving(file.With(granted)),
        (Serving { File: var file }, RelativeDeclared declared) => new Serving(file.With(declared)),
        (Serving { File: var file }, LeaveCancelled cancelled) => new Serving(file.With(cancelled)),
        (Serving { File: var file }, RelativeWithdrawn withdrawn) => new Serving(file.With(withdrawn)),
        (Serving { File: var file }, Departed departed) => new Gone(file, departed),
        (Gone gone, LeaveCancelled cancelled) => gone with { File = gone.File.With(cancelled) },
        (Gone gone, RelativeWithdrawn withdrawn) => gone with { File = gone.File.With(withdrawn) },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static CadreStanding? StandingOf(Cadre state) => state switch
    {
        Serving { File: var file } => file.Standing(null),
        Gone { File: var file, Departure.LeftOn: var left } => file.Standing(left),
        _ => null,
    };

    public static CadreService? ServiceOf(Cadre state) => state switch
    {
        Serving { File: var file } => file.Service(),
        Gone { File: var file } => file.Service(),
        _ => null,
    };

    public static CadreView View(Cadre state, StreamId stream) => state switch
    {
        Serving { File: var file } => new(file.Name, file.Appointments, file.Leaves, file.Relatives, null),
        Gone { File: var file, Departure: var departure } => new(file.Name, file.Appointments, file.Leaves, file.Relatives, departure.LeftOn),
        _ => new(null, [], [], [], null),
    };
}
