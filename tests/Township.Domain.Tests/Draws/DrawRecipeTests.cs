using System.Diagnostics;
using CsCheck;
using Township.Townships;

namespace Township.Draws;

/// <summary>What docs/draws.md gives to people who were not there, run as they run it: a shell with sha256sum, and Python.</summary>
public sealed class DrawRecipeTests : IDisposable
{
    // Ids may hold what shells and patterns take for something else.
    static readonly Gen<string> Candidate = Gen.OneOf(Gen.Int[1, 999].Select(n => $"c-{n:000}"), Gen.OneOf(@"a\n", "$HOME", "*", "&1", "%s", "'q'", "-n", "王五", "é", "~", "#7", "a\"b", "𠮷"));

    static readonly Gen<(EquatableList<string> Lines, string Seed, EquatableList<string> Winners)> Draws =
        from beacon in Gen.OneOf<Beacon>([.. DrawPolicy.Default.Values.Beacons, DrawPolicy.Default.Values.Beacons[0] with { Name = "随机信标 \"x\" $1", Form = SeedForm.Hex(16) }])
        from candidates in Candidate.HashSet[1, 6]
        from winners in Gen.Int[1, 6]
        from red in Gen.Shuffle(Enumerable.Range(1, 33).ToArray())
        from digit in Gen.Int[0, 9].Array[3]
        let seed = beacon.Form switch
        {
            { HexDigits: > 0 } form => form.Write($"{red[0]:x8}{red[1]:x8}"),
            { Groups.Count: 2 } form => form.Write([.. red.Take(6).Order(), (red[7] % 16) + 1]),
            var form => form.Write(digit.ToEquatableList()),
        }
        let terms = new DrawTerms(
            candidates.ToEquatableList(), red[0] % 2 == 0 ? [] : [new("c-xyz", ExclusionGround.Leave)], Math.Min(winners, candidates.Count), beacon,
            new(2026, 3, 3), LocalTime.StartOf(new(2026, 3, 3)), "draw/1")
        let lines = DrawAlgorithm.Lines(StreamId.Parse("draw/huimin/meeting.2026-03"), terms)
        select (lines, seed, DrawAlgorithm.Select(DrawAlgorithm.Commit(lines), seed, terms.Candidates, terms.Winners));

    readonly string _folder = Directory.CreateTempSubdirectory("township-draws-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("sh", "check.sh")]
    [InlineData("python3", "check.py")]
    public async Task A_hundred_random_draws_come_out_as_in_the_program(string interpreter, string script)
    {
        var documented = DocumentedDraw.Read();
        await File.WriteAllTextAsync(Path.Combine(_folder, script), (script == "check.sh" ? documented.Shell : documented.Python) + "\n");
        var draws = new List<(EquatableList<string> Lines, string Seed, EquatableList<string> Winners)>();
        Draws.Sample(draws.Add, iter: 100, threads: 1);
        foreach (var (lines, seed, winners) in draws.Append(([.. documented.Lines], documented.Seed, [.. documented.Winners])))
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, "commitment.txt"), string.Concat(lines.Select(l => l + "\n")));
            (await Run(interpreter, script, "commitment.txt", seed)).Should().Be(string.Concat(((string[])[DrawAlgorithm.Commit(lines), .. winners]).Select(l => l + "\n")));
        }
    }

    async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        (await error).Should().Be("");
        return await output;
    }
}
