using static Township.Draws.DrawCommand;
using static Township.Draws.DrawEvent;

namespace Township.Draws;

public abstract partial record Draw
{
    public static Decision<DrawEvent> Decide(DrawCommand command, Draw state, DecisionContext context) => (command, state) switch
    {
        _ when context.RefuseUnless(Roles.Office) is { } refusal => refusal,
        (Freeze freeze, Open) => DecideFreeze(freeze, context),
        (Freeze freeze, Frozen frozen) when Freezing(freeze, context.Stream) == frozen.Terms => Decision<DrawEvent>.Nothing,
        (Freeze, Frozen) => DrawRefusals.AlreadyFrozen,
        (Reveal, Open) => DrawRefusals.NotFrozen,
        (Reveal, Frozen frozen) when context.Now < frozen.Terms.RevealFrom => DrawRefusals.TooEarly.With(LocalTime.Show(frozen.Terms.RevealFrom)),
        (Reveal reveal, Frozen) when HasChoiceOfBlanks(reveal.Seed) => DrawRefusals.SeedBlanks,
        (Reveal reveal, Frozen { Terms: var terms }) => new Drawn(reveal.Seed, DrawAlgorithm.Select(terms.Commitment, reveal.Seed, terms.Candidates, terms.Winners)),
        (DrawCommand.Void voiding, Open or Frozen) => new Voided(voiding.Reason),
        (Reveal reveal, Decided decided) when reveal.Seed == decided.Result.Seed => Decision<DrawEvent>.Nothing,
        _ => DrawRefusals.Closed,
    };

    // A blank more or less would give other winners: whoever types the seed must not be able to choose.
    static bool HasChoiceOfBlanks(string seed) => seed != string.Join(' ', seed.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    static Decision<DrawEvent> DecideFreeze(Freeze freeze, DecisionContext context) => freeze switch
    {
        _ when freeze.Candidates.CountBy(c => c).FirstOrDefault(c => c.Value > 1).Key is { } twice => DrawRefusals.CandidateTwice.With(twice),
        _ when freeze.Winners < 1 || freeze.Winners > freeze.Candidates.Count => DrawRefusals.WrongNumber.With(freeze.Winners, freeze.Candidates.Count),
        _ when freeze.RevealFrom <= context.Now => DrawRefusals.SeedAlreadyPublic.With(LocalTime.Show(freeze.RevealFrom)),
        _ => Freezing(freeze, context.Stream),
    };

    static CandidatesFrozen Freezing(Freeze freeze, StreamId draw) => new(
        freeze.Candidates.Order(Utf8Order.Instance).ToEquatableList(), freeze.Winners, freeze.Beacon, freeze.RevealFrom.ToUniversalTime(),
        DrawAlgorithm.Commit(draw, freeze.Candidates, freeze.Winners, freeze.Beacon, freeze.RevealFrom));
}
