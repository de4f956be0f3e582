using System.Globalization;

namespace Township.Silo.Tests;

/// <summary>
/// How often a fault is repeated at random moments: a few times in every run, and as many times more as
/// <c>TOWNSHIP_TEST_ROUNDS</c> says, for a night's run. Default: 1.
/// </summary>
static class Rounds
{
    static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("TOWNSHIP_TEST_ROUNDS") ?? "1", CultureInfo.InvariantCulture);

    public static int Of(int everyRun) => everyRun * Times;
}
