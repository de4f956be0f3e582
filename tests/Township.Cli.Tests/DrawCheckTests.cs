using Township.Draws;

namespace Township.Cli.Tests;

/// <summary><c>township draw check</c> on what docs/draws.md publishes: somebody who was not there, without a store.</summary>
public sealed class DrawCheckTests : IDisposable
{
    const string Commitment = "0c87d0c7d5c20338035b01547204d36c55b3d896da73f0cea9de8b8c38f8173c";

    readonly string _folder = Directory.CreateTempSubdirectory("township-draw-").FullName;

    string Published => Path.Combine(_folder, "commitment.txt");

    public DrawCheckTests()
    {
        var page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "draws.md")).ReplaceLineEndings("\n");
        File.WriteAllText(Published, page.Split("```text commitment.txt\n")[1].Split("```")[0]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_says_who_wins_however_the_numbers_are_typed()
    {
        var expected = new Answer(0, $"""
            Draw        draw/huimin/meeting.2026-01
            Beacon      双色球 2026-01-15
            Commitment  {Commitment}
            Winners     c-021, c-055, c-042

            """, "");
        (await Check("03 08 11 19 24 31 07")).Should().Be(expected);
        (await Check("3,8,11,19,24,31,7")).Should().Be(expected);
        (await Check("3", "8", "11", "19", "24", "31", "7")).Should().Be(expected);
    }

    [Theory]
    [InlineData(0, "The result is the published one.", "--commitment", Commitment)]
    [InlineData(0, "The result is the published one.", "--winner", "c-021", "--winner", "c-055", "--winner", "c-042", "--commitment", Commitment)]
    [InlineData(1, "The result is NOT the published one.", "--winner", "c-055", "--winner", "c-021", "--winner", "c-042")]
    [InlineData(1, "The result is NOT the published one.", "--winner", "c-021", "--winner", "c-055")]
    [InlineData(1, "The result is NOT the published one.", "--commitment", "d3d3f1907da34c508745e90fe29ce7e9ab01aaa7e02d4b5fde7a92f43699d724")]
    public async Task It_says_whether_that_is_what_was_published(int exit, string verdict, params string[] published)
    {
        var answer = await Check(["03 08 11 19 24 31 07", .. published]);
        (answer.Exit, answer.Error, answer.Lines[^1]).Should().Be((exit, "", $"Result      {verdict}"));
    }

    [Fact]
    public async Task As_JSON_and_in_Chinese()
    {
        (await Check("03 08 11 19 24 31 07", "--format", "json")).Output.Should().Be(
            $$"""{"draw":"draw/huimin/meeting.2026-01","commitment":"{{Commitment}}","winners":["c-021","c-055","c-042"],"agrees":true}""" + "\n");
        (await Check("03 08 11 19 24 31 07", "--winner", "c-003", "--culture", "zh-CN")).Should().Match<Answer>(a => a.Exit == 1 && a.Lines.Last() == "结果    与公布的不一致");
    }

    [Theory]
    [InlineData("03 08 11 19 24 31")]
    [InlineData("03 08 11 19 24 31 17")]
    [InlineData("08 03 11 19 24 31 07")]
    [InlineData("03 08 11 19 24 31 07\u200B")]
    [InlineData("０３ 08 11 19 24 31 07")]
    public async Task What_is_no_result_of_the_lottery_is_refused(string numbers) =>
        (await Check(numbers)).Should().Be(new Answer(2, "", "township: The value does not have the form 6 x 01-33 ascending, 1 x 01-16.\n"));

    // Whatever else the text says, it is not what a draw publishes, and may be a forgery that hashes to something else.
    [Theory]
    [InlineData("township.draw.v2", "township.draw.v1")]
    [InlineData("meeting.2026-01", "2026-01")]
    [InlineData("\n3\n", "\n6\n")]
    [InlineData("c-003\nc-017\n", "c-017\nc-003\n")]
    [InlineData("c-003\n", "c-003\nc-003\n")]
    [InlineData("c-003\n", "c-003 \n")]
    [InlineData("c-055\n", "c-055")]
    [InlineData("6 x 01-33 ascending", "6 x 1-33 ascending")]
    public async Task What_no_draw_publishes_is_refused(string before, string after)
    {
        var text = await File.ReadAllTextAsync(Published);
        await File.WriteAllTextAsync(Published, text.Replace(before, after, StringComparison.Ordinal));
        (await Check("03 08 11 19 24 31 07")).Should().Be(new Answer(2, "", "township: commitment.txt is not the published text of a draw.\n"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        File.Delete(Published);
        (await Check("03 08 11 19 24 31 07")).Should().Match<Answer>(a => a.Exit == 2 && a.Output == "" && a.Error.StartsWith("township: "));
    }

    [Fact]
    public void Whatever_the_program_publishes_is_read_back()
    {
        var terms = new DrawTerms(
            ["王五", "c-1"], [new("c-9", ExclusionGround.Leave)], 1, Townships.DrawPolicy.Default.Values.Beacons[1], new(2026, 3, 2), new(2026, 3, 2, 13, 15, 0, TimeSpan.Zero), "draw/1");
        var draw = StreamId.Parse("draw/huimin/hearing.2026-01.farmers.2");
        var lines = DrawAlgorithm.Lines(draw, terms);
        PublishedDraw.Find(string.Concat(lines.Select(l => l + "\n"))).Should().Be(
            new PublishedDraw(draw, 1, "福彩3D", terms.Beacon.Form, terms.Day, ["c-1", "王五"], DrawAlgorithm.Commit(lines)));
    }

    Task<Answer> Check(params string[] arguments) => Shell.Township(["draw", "check", Published, .. arguments]);
}
