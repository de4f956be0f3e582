using Township.Cadres;
using Township.Hearings;
using Township.Townships;
using static Township.Promises.PromiseCommand;
using static Township.Promises.PromiseEvent;

namespace Township.Promises;

/// <summary>Promise 2026-01.3, as others see it: owned by c-017, a leader c-003 and the office's c-010 decide on it, c-018 is a relative of the owner.</summary>
static class PromiseScenes
{
    public static readonly CadreStanding Owner = People.Cadre("c-002");
    public static readonly CadreStanding RelatedCadre = People.Cadre("c-002") with { Relatives = ["c-017"] };

    /// <summary>A hearing with three issues, the second of them dropped.</summary>
    public static readonly HearingAccount Heard = new(Heard: true, [1, 3]);

    public static readonly DateOnly MadeOn = new(2026, 3, 2);
    public static readonly Make Making = new("c-017", new(2026, 4, 30), "四月底前修好上宅桥", "资金四月到位");
    public static readonly Made FirstMade = new("2026-01", 3, "c-017", "四月底前修好上宅桥", "资金四月到位", Due(4, 30), Day(4, 23), "c-010", MadeOn, "hearing/1");

    /// <summary>On 2 March 2026, before anything is promised, with everything that may be read.</summary>
    public static Spec<Promise, PromiseCommand, PromiseEvent, PromiseView> Unmade => Specs.Promise.By("c-010", Roles.Office)
        .With(HearingPolicy.Default).With(Heard).With(People.Cadre("c-002"));

    public static Spec<Promise, PromiseCommand, PromiseEvent, PromiseView> Promised => Unmade.Given(FirstMade);

    /// <summary>What the promise says of itself when others ask.</summary>
    public static PromiseStanding Stands(PromiseStatus step, params ReadOnlySpan<int> missed) => new("2026-01", 3, "c-017", step, EquatableList.Create(missed));

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    public static DueDate Due(int month, int day) => new(Day(month, day), "cn-2026.1", false);

    public static Spec<Promise, PromiseCommand, PromiseEvent, PromiseView> On(this Spec<Promise, PromiseCommand, PromiseEvent, PromiseView> spec, int month, int day) =>
        spec.At(LocalTime.StartOf(Day(month, day)).AddHours(9));
}
