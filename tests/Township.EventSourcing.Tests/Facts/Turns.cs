using System.Collections.Concurrent;

namespace Township.EventSourcing.Tests;

/// <summary>Runs tasks one turn at a time, each continuation in a turn of its own, as a grain may: nothing runs inline.</summary>
sealed class Turns : TaskScheduler
{
    readonly BlockingCollection<Task> _turns = [];

    public static Task Run(Func<Task> work) => Task.Run(() => new Turns().RunAll(work));

    protected override void QueueTask(Task task) => _turns.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _turns;

    void RunAll(Func<Task> work)
    {
        var all = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();
        all.ContinueWith(_ => _turns.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.None, Default);
        foreach (var turn in _turns.GetConsumingEnumerable()) TryExecuteTask(turn);
        all.GetAwaiter().GetResult();
    }
}
