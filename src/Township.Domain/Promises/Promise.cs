using System.Diagnostics;
using Event = Township.Promises.PromiseEvent;

namespace Township.Promises;

/// <summary>A time-limited promise 限时承诺 (H7): what could not be done at once, who does it by when, and what came of it.</summary>
[Title("限时承诺", "time-limited promise")]
public abstract partial record Promise : IAggregate<Promise, PromiseCommand, PromiseEvent, PromiseView>
{
    private Promise() { }

    public sealed record Unmade : Promise;

    public sealed record Made(PromiseFile File) : Promise;

    /// <summary>Fulfilled, in time or late.</summary>
    /// <param name="File">What is on record.</param>
    /// <param name="End">How it was fulfilled.</param>
    public sealed record Fulfilled(PromiseFile File, Event.Fulfilled End) : Promise;

    /// <summary>Withdrawn as an error.</summary>
    /// <param name="File">What is on record.</param>
    /// <param name="End">Why.</param>
    public sealed record Withdrawn(PromiseFile File, Event.Withdrawn End) : Promise;

    public static string Category => "promise";

    public static Promise Initial => new Unmade();

    public static Promise Evolve(Promise state, PromiseEvent e) => (state, e) switch
    {
        (Unmade, Event.Made made) => new Made(PromiseFile.Opened(made)),
        (Made { File: var file }, Event.Reminded reminded) => new Made(file.With(reminded)),
        (Made { File: var file }, Event.Extended extended) => new Made(file.With(extended)),
        (Made { File: var file }, Event.BecameOverdue overdue) => new Made(file.With(overdue)),
        (Made { File: var file }, Event.Fulfilled fulfilled) => new Fulfilled(file, fulfilled),
        (Made { File: var file }, Event.Withdrawn withdrawn) => new Withdrawn(file, withdrawn),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static PromiseStanding? StandingOf(Promise state) => state switch
    {
        Made { File: var file } => file.Standing(file.Current.OverdueOn is null ? PromiseStatus.Made : PromiseStatus.Overdue, file.Missed()),
        Fulfilled { File: var file, End: var end } => file.Standing(PromiseStatus.Fulfilled, file.Missed().Where(due => !(end.On <= due.Due.On))),
        Withdrawn { File: var file } => file.Standing(PromiseStatus.Withdrawn, []),
        _ => null,
    };

    public static PromiseView View(Promise state, StreamId stream) => state switch
    {
        Made { File: var file } => file.Show(file.Current.OverdueOn is null ? PromiseStatus.Made : PromiseStatus.Overdue),
        Fulfilled { File: var file, End: var end } => file.Show(PromiseStatus.Fulfilled) with { FulfilledOn = end.On, Late = end.Late, Evidence = end.Evidence, ConfirmedBy = end.By },
        Withdrawn { File: var file, End: var end } => file.Show(PromiseStatus.Withdrawn) with { WithdrawnOn = end.On, WithdrawalReason = end.Reason },
        _ => new(PromiseStatus.Unmade, null, null, null, null, [], null, null, null, null, null, null),
    };
}
