using System.Collections.Concurrent;

namespace Township.EventSourcing.Sqlite;

/// <summary>
/// The one thread that writes. A thread of its own, because a commit waits for the disk: on the thread pool it would
/// take a worker away from grains. Runs what it is given, in order.
/// </summary>
sealed class WriterThread
{
    readonly BlockingCollection<Action> _work = [];
    readonly Thread _thread;

    public WriterThread(string name)
    {
        _thread = new(Run) { Name = name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>Queues some work; <paramref name="thenDo"/> runs right after it, when it has been answered, and must not throw.</summary>
    /// <exception cref="ObjectDisposedException">The store has been closed.</exception>
    public Task<T> Do<T>(Func<T> work, CancellationToken cancellationToken, Action? thenDo = null)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _work.Add(
                () =>
                {
                    Answer(work, answer, cancellationToken);
                    thenDo?.Invoke();
                },
                CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(SqliteEventStore));
        }

        return answer.Task;
    }

    /// <summary>Takes no more work, finishes what is queued, and ends.</summary>
    public Task Stop()
    {
        _work.CompleteAdding();
        return Task.Run(_thread.Join);
    }

    void Run()
    {
        foreach (var action in _work.GetConsumingEnumerable()) action();
    }

    static void Answer<T>(Func<T> work, TaskCompletionSource<T> answer, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            answer.SetCanceled(cancellationToken);
            return;
        }

        try
        {
            answer.SetResult(work());
        }
        catch (Exception e)
        {
            // Whatever it is belongs to whoever asked; the thread lives on.
            answer.SetException(e);
        }
    }
}
