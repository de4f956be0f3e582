using System.Diagnostics;
using static Township.Promises.PromiseEvent;

namespace Township.Promises;

/// <summary>A time-limited promise 限时承诺 (H7): what could not be done at once, who does it by when, and what came of it.</summary>
public abstract partial record Promise : IAggregate<Promise, PromiseCommand, PromiseEvent, PromiseView>
{
    private Promise() { }

    public sealed record Unmade : Promise;

    public sealed record Standing(PromiseFile File) : Promise;

    /// <summary>Fulfilled, in time or late.</summary>
    /// <param name="File">What is on record.</param>
    /// <param name="End">How it was fulfilled.</param>
    public sealed record Kept(PromiseFile File, Fulfilled End) : Promise;

    /// <summary>Withdrawn as an error.</summary>
    /// <param name="File">What is on record.</param>
    /// <param name="End">Why.</param>
    public sealed record Retracted(PromiseFile File, Withdrawn End) : Promise;

    public static string Category => "promise";

    public static Promise Initial => new Unmade();

    public static Promise Evolve(Promise state, PromiseEvent e) => (state, e) switch
    {
        (Unmade, Made made) => new Standing(PromiseFile.Opened(made)),
        (Standing { File: var file }, Reminded reminded) => new Standing(file.With(reminded)),
        (Standing { File: var file }, Extended extended) => new Standing(file.With(extended)),
        (Standing { File: var file }, BecameOverdue overdue) => new Standing(file.With(overdue)),
        (Standing { File: var file }, Fulfilled fulfilled) => new Kept(file, fulfilled),
        (Standing { File: var file }, Withdrawn withdrawn) => new Retracted(file, withdrawn),
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static PromiseStanding? StandingOf(Promise state) => state switch
    {
        Standing { File: var file } => file.Standing(file.Current.OverdueOn is null ? PromiseStep.Made : PromiseStep.Overdue, file.Missed()),
        Kept { File: var file, End: var end } => file.Standing(PromiseStep.Fulfilled, file.Missed().Where(due => !(end.On <= due.Due.On))),
        Retracted { File: var file } => file.Standing(PromiseStep.Withdrawn, []),
        _ => null,
    };

    public static PromiseView View(Promise state, StreamId stream) => state switch
    {
        Standing { File: var file } => file.Show(file.Current.OverdueOn is null ? PromiseStep.Made : PromiseStep.Overdue),
        Kept { File: var file, End: var end } => file.Show(PromiseStep.Fulfilled) with { FulfilledOn = end.On, Late = end.Late, Evidence = end.Evidence, ConfirmedBy = end.By },
        Retracted { File: var file, End: var end } => file.Show(PromiseStep.Withdrawn) with { WithdrawnOn = end.On, WithdrawalReason = end.Reason },
        _ => new(PromiseStep.Open, null, null, null, null, [], null, null, null, null, null, null),
    };
}
