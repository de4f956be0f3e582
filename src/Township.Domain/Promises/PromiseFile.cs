using System.Diagnostics;
using Event = Township.Promises.PromiseEvent;

namespace Township.Promises;

/// <summary>What is on record of a promise, wherever it is in its life.</summary>
/// <param name="HearingId">The hearing.</param>
/// <param name="Issue">Its issue.</param>
/// <param name="OwnerId">Who keeps it.</param>
/// <param name="Text">What is promised.</param>
/// <param name="Dues">The due days, never empty; the current one is the last.</param>
public sealed record PromiseFile(string HearingId, int Issue, string OwnerId, PersonalText Text, EquatableList<PromiseDue> Dues)
{
    internal PromiseDue Current => Dues[^1];

    internal DateOnly MadeOn => Dues[0].SetOn;

    internal IEnumerable<PromiseDue> Missed() => Dues.Where(due => due.OverdueOn is not null);

    internal PromiseStanding Standing(PromiseStatus status, IEnumerable<PromiseDue> missed) =>
        new(HearingId, Issue, OwnerId, status, [.. missed.Select(due => due.Number)]);

    internal static PromiseFile Opened(Event.Made e) =>
        new(e.HearingId, e.Issue, e.OwnerId, e.Text, [new(1, e.Due, e.RemindFrom, e.By, e.On, e.Reason, e.PolicyVersion, null, null)]);

    internal PromiseFile With(Event.Extended e) => e.DueNumber == Current.Number + 1
        ? this with { Dues = Dues.Add(new(e.DueNumber, e.Due, e.RemindFrom, e.By, e.On, e.Reason, e.PolicyVersion, null, null)) }
        : throw new UnreachableException($"Due day {e.DueNumber} cannot follow {Current.Number}.");

    internal PromiseFile With(Event.Reminded e) => Changed(e.DueNumber, due => due with { RemindedOn = e.On });

    internal PromiseFile With(Event.BecameOverdue e) => Changed(e.DueNumber, due => due with { OverdueOn = e.On });

    internal PromiseView Show(PromiseStatus status) => new(status, HearingId, Issue, OwnerId, Text, Dues, null, null, null, null, null, null);

    PromiseFile Changed(int number, Func<PromiseDue, PromiseDue> change) => number == Current.Number
        ? this with { Dues = Dues.Replace(d => d.Number == number, change) }
        : throw new UnreachableException($"Due day {number} is not the one that holds.");
}
