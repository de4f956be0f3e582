using Spectre.Console;

namespace Township.Samples;

/// <summary>A bar on a terminal, a line in a pipe. On standard error: the report alone goes to standard output.</summary>
static class SampleProgress
{
    public static async Task<T> Show<T>(string what, int total, Func<Action<int>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            await Console.Error.WriteLineAsync($"{what} …");
            return await work(_ => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(what, maxValue: total);
                return await work(done => bar.Value = done);
            });
    }
}
