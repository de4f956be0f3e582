using System.Globalization;
using Spectre.Console;
using Township.Auditing;

namespace Township.Samples;

/// <summary>The report of the sample. The same text in every run: no times of this run, no hashes that depend on the build.</summary>
static class SampleReport
{
    public const int Width = 100;

    /// <summary>The lines, without blanks at their ends.</summary>
    public static string Text(PledgeFacts pledges, HearingFacts hearings, VerificationTotals totals)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        PledgeReport.Write(pledges, console);
        HearingReport.Write(hearings, console);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Verified: {totals.Commits:N0} commits with {totals.Events:N0} events in {totals.Streams:N0} streams, {totals.Faults:N0} faults."));
        console.WriteLine("Every hash was computed again, and every decision made again from its command and facts.");
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd())).TrimEnd() + '\n';
    }
}
