using System.Globalization;

namespace Township.Draws;

public sealed class DrawFairnessTests
{
    const int Rounds = 4_000;
    static readonly string[] Cadres = [.. Enumerable.Range(1, 20).Select(i => $"c-{i:000}")];

    // Upper bound of chi-square with 19 degrees of freedom at p = 0.001. The seeds are fixed: the test always gives the same answer.
    const double Bound = 43.82;

    [Fact]
    public void Over_many_seeds_every_candidate_wins_about_equally_often() =>
        ChiSquare(seed => DrawAlgorithm.Select("a commitment", seed, Cadres, 3), 3 * Rounds / (double)Cadres.Length).Should().BeLessThan(Bound);

    [Fact]
    public void Over_many_seeds_every_candidate_is_first_about_equally_often() =>
        ChiSquare(seed => DrawAlgorithm.Select("a commitment", seed, Cadres, 3).Take(1), Rounds / (double)Cadres.Length).Should().BeLessThan(Bound);

    [Fact]
    public void The_same_seed_favours_nobody_in_draws_with_other_commitments() =>
        ChiSquare(commitment => DrawAlgorithm.Select(commitment, "a seed", Cadres, 3), 3 * Rounds / (double)Cadres.Length).Should().BeLessThan(Bound);

    [Fact]
    public void The_measure_tells_a_draw_that_favours_somebody() =>
        ChiSquare(seed => seed.EndsWith('7') ? ["c-001"] : DrawAlgorithm.Select("a commitment", seed, Cadres, 1), Rounds / (double)Cadres.Length)
            .Should().BeGreaterThan(Bound);

    static double ChiSquare(Func<string, IEnumerable<string>> draw, double expected)
    {
        var wins = Cadres.ToDictionary(c => c, _ => 0);
        for (var round = 0; round < Rounds; round++)
            foreach (var winner in draw(round.ToString(CultureInfo.InvariantCulture))) wins[winner]++;
        return wins.Values.Sum(w => (w - expected) * (w - expected) / expected);
    }
}
