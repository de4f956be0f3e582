using Spectre.Console;

namespace Township.Cli;

/// <summary>A progress bar for a person at a terminal; nothing at all in a pipe.</summary>
static class ProgressBar
{
    public static async Task<T> Show<T>(Screen screen, string label, Func<IProgress<AuditProgress>?, Task<T>> work)
    {
        if (!screen.IsTerminal || screen.IsJson) return await work(null);
        return await screen.Terminal.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context => await work(new Bar(context.AddTask(Markup.Escape(label)))));
    }

    // Not System.Progress: that one reports later, from other threads, and out of order.
    sealed class Bar(ProgressTask task) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }
}
