using Spectre.Console;
using Township.Draws;

namespace Township.Samples;

/// <summary>A draw, and what comes out when it is computed again from what is published.</summary>
/// <param name="Winners">By name.</param>
/// <param name="Recomputed">Whether commitment and winners come out the same.</param>
sealed record DrawFact(string Id, DrawView View, EquatableList<string> Winners, bool Recomputed)
{
    public static async Task<DrawFact> Ask(IGrainFactory grains, string township, string id, SamplePeople people, CancellationToken cancellation) =>
        Recompute(township, id, (await grains.GetGrain<IDrawGrain>($"{township}/{id}").View(cancellation)).View, people);

    // On the client, from what anyone can see.
    static DrawFact Recompute(string township, string id, DrawView view, SamplePeople people)
    {
        var terms = view.Terms ?? throw new SampleException($"The draw {id} was never frozen.");
        var commitment = DrawAlgorithm.Commit(DrawAlgorithm.Lines(new("draw", township, id), terms));
        var winners = view.Seed is { } seed ? DrawAlgorithm.Select(commitment, seed, terms.Candidates, terms.Winners) : [];
        return new(id, view, winners.Select(people.Name).ToEquatableList(), commitment == view.Commitment && winners.Equals(view.Winners));
    }

    public void Write(IAnsiConsole console)
    {
        console.WriteLine($"  {Id}  {View.Terms!.Candidates.Count} candidates, {View.Terms.Winners} drawn, seed from {View.Terms.Beacon.Name} {LocalTime.Show(View.Terms.Day)}");
        console.WriteLine($"    commitment  {View.Commitment}");
        if (View.VoidReason?.Text is { } reason)
        {
            console.WriteLine($"    void        {reason}");
        }
        else
        {
            console.WriteLine($"    seed        {View.Seed}");
            console.WriteLine($"    winners     {string.Join("、", Winners)}");
        }

        console.WriteLine($"    recomputed  {(Recomputed ? "equal" : "DIFFERENT")}");
        console.WriteLine();
    }
}
