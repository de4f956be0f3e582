using static Township.Draws.DrawCommand;
using Event = Township.Draws.DrawEvent;

namespace Township.Draws;

public abstract partial record Draw
{
    public static IEnumerable<FactRequest> Needs(DrawCommand command, Draw state, DecisionContext context) => (command, state) switch
    {
        (Freeze freeze, Open) when DrawId.Find(context.Stream.Id) is { } draw =>
        [
            Policies.Draws, .. DrawPurpose.Asking(draw, freeze.Excluded, context),
            .. draw.Predecessor() is { } before ? [Fact<DrawResult>.Of(before.ToString()).Guarded] : Array.Empty<FactRequest>(),
        ],
        (DrawCommand.Void, Drawn) when DrawId.Find(context.Stream.Id) is { } draw => [DrawPurpose.AskingFor(draw)],
        _ => [],
    };

    public static Decision<DrawEvent> Decide(DrawCommand command, Draw state, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return DrawId.Find(context.Stream.Id) is { } draw ? Decide(command, state, draw, context) : KernelRefusals.UnknownKey.With(context.Stream.Key);
    }

    static Decision<DrawEvent> Decide(DrawCommand command, Draw state, DrawId draw, DecisionContext context) => (command, state) switch
    {
        // Once the seed is public, everybody can compute who wins.
        (DrawCommand.Void, Frozen { Terms: var terms }) when IsSeedPublic(terms, context) && context.RefuseUnless(Roles.Leader) is { } refusal => refusal,
        (DrawCommand.Void voiding, Frozen { Terms: var terms }) when IsSeedPublic(terms, context) => new Event.Voided(voiding.Reason, SeedPublic: true),
        (DrawCommand.Void, Drawn) when context.RefuseUnless(Roles.Leader) is { } refusal => refusal,
        (DrawCommand.Void, Drawn) when DrawPurpose.IsSettled(draw, context) => DrawRefusals.Settled.With(draw),
        (DrawCommand.Void voiding, Drawn) => new Event.Voided(voiding.Reason, SeedPublic: true),
        _ when context.RefuseUnless(Roles.Office) is { } refusal => refusal,
        (Freeze freeze, Open) => DecideFreeze(freeze, draw, context),
        (Freeze freeze, Frozen { Terms: var terms }) when IsSame(freeze, terms) => Decision<DrawEvent>.Nothing,
        (Freeze, Frozen) => DrawRefusals.AlreadyFrozen,
        (_, Open) => DrawRefusals.NotFrozen,
        (Reveal, Frozen { Terms: var terms }) when !IsSeedPublic(terms, context) => DrawRefusals.TooEarly.With(LocalTime.Show(terms.RevealFrom)),
        (Reveal reveal, Frozen frozen) => SeedOf(reveal, frozen.Terms.Beacon.Form) is { } seed
            ? new Event.Drawn(seed, DrawAlgorithm.Select(frozen.Commitment, seed, frozen.Terms.Candidates, frozen.Terms.Winners))
            : DrawRefusals.SeedForm.With(frozen.Terms.Beacon.Form.Describe()),
        (DrawCommand.Void voiding, Frozen) => new Event.Voided(voiding.Reason, SeedPublic: false),
        (Reveal reveal, Drawn decided) when SeedOf(reveal, decided.Terms.Beacon.Form) == decided.Result.Seed => Decision<DrawEvent>.Nothing,
        _ => DrawRefusals.Closed,
    };

    static Decision<DrawEvent> DecideFreeze(Freeze freeze, DrawId draw, DecisionContext context)
    {
        if (context.DrawPolicy() is not { } policy) return Townships.TownshipRefusals.NotFounded.With(context.Stream.Township);
        if (policy.Values.Beacons.FirstOrDefault(b => b.Id == freeze.BeaconId) is not { } beacon) return CommonRefusals.Unknown.With(freeze.BeaconId);
        if (!beacon.Days.Contains(freeze.Day.DayOfWeek)) return DrawRefusals.NotItsDay.With(beacon.Name, LocalTime.Show(freeze.Day));
        var revealFrom = LocalTime.StartOf(freeze.Day).AddMinutes((beacon.Hour * 60) + beacon.Minute);
        if (revealFrom <= context.Now) return DrawRefusals.SeedAlreadyPublic.With(LocalTime.Show(revealFrom));
        if (DrawPurpose.Find(draw, context) is not { } purpose) return DrawRefusals.NotReady.With(draw);
        if (RefusePredecessor(draw, revealFrom, purpose, context) is { } standing) return standing;
        if (RefusePeople(freeze, draw, purpose, context) is { } wrong) return wrong;
        var terms = new DrawTerms(
            freeze.Candidates.Order(Utf8Order.Instance).ToEquatableList(), freeze.Excluded.OrderBy(e => e.CadreId, Utf8Order.Instance).ToEquatableList(),
            Math.Min(purpose.Wanted, freeze.Candidates.Count), beacon, freeze.Day, revealFrom, policy.Version);
        return new Event.CandidatesFrozen(terms, DrawAlgorithm.Commit(DrawAlgorithm.Lines(context.Stream, terms)));
    }

    // A purpose has one draw at a time, and the seed of each is published later than that of the one before.
    static Refusal? RefusePredecessor(DrawId draw, DateTimeOffset revealFrom, DrawPurpose purpose, DecisionContext context) => draw.Predecessor()?.ToString() switch
    {
        null => null,
        var id when context.Fact<DrawResult>(id) is { } before && (before.Status is DrawStatus.Void || purpose.Spent.Contains(id)) =>
            revealFrom > before.RevealFrom ? null : DrawRefusals.SeedNotLater.With(id, LocalTime.Show(before.RevealFrom)),
        var id => DrawRefusals.PredecessorStands.With(id),
    };

    // The people named are exactly those who follow from the purpose, each once. A person who is excluded needs a reason that the record
    // confirms.
    static Refusal? RefusePeople(Freeze freeze, DrawId draw, DrawPurpose purpose, DecisionContext context)
    {
        string[] named = [.. freeze.Candidates, .. freeze.Excluded.Select(e => e.CadreId)];
        if (named.CountBy(c => c).FirstOrDefault(c => c.Value > 1).Key is { } twice) return DrawRefusals.CandidateTwice.With(twice);
        if (Joined(purpose.People.Except(named, StringComparer.Ordinal)) is { } missing) return DrawRefusals.CandidateMissing.With(missing);
        if (Joined(named.Except(purpose.People, StringComparer.Ordinal)) is { } foreign) return DrawRefusals.NoCandidate.With(foreign);
        return draw.Month is { } month
            ? Joined(freeze.Excluded.Where(e => !DrawPurpose.IsProved(e, month, context)).Select(e => e.CadreId)) is { } unproved ? DrawRefusals.NoGround.With(unproved) : null
            : freeze.Excluded is [var first, ..] ? DrawRefusals.NoGround.With(first.CadreId)
            : freeze.Candidates.Count <= purpose.Wanted ? DrawRefusals.NotNeeded.With(freeze.Candidates.Count, purpose.Wanted)
            : null;
    }

    static string? Joined(IEnumerable<string> ids) => string.Join(", ", ids.Order(Utf8Order.Instance)) is { Length: > 0 } joined ? joined : null;

    static bool IsSeedPublic(DrawTerms terms, DecisionContext context) => context.Now >= terms.RevealFrom;

    static string? SeedOf(Reveal reveal, SeedForm form) => (reveal.Numbers.Count, reveal.Hex) switch
    {
        ( > 0, null) => form.Write(reveal.Numbers),
        (0, { } hex) => form.Write(hex),
        _ => null,
    };

    static bool IsSame(Freeze freeze, DrawTerms terms) =>
        freeze.Candidates.Order(Utf8Order.Instance).SequenceEqual(terms.Candidates)
        && freeze.Excluded.OrderBy(e => e.CadreId, Utf8Order.Instance).SequenceEqual(terms.Excluded)
        && (freeze.BeaconId, freeze.Day) == (terms.Beacon.Id, terms.Day);
}
