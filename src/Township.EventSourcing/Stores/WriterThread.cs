using System.Collections.Concurrent;

namespace Township.EventSourcing;

/// <summary>
/// For those who write stores: the one thread that writes. A thread of its own, because a commit waits for the disk: on
/// the thread pool it would take a worker away from grains, and what continues there waits behind all their work. Runs
/// what it is given, in order. Thread-safe.
/// </summary>
public sealed class WriterThread
{
    readonly BlockingCollection<Action> _work = [];
    readonly Thread _thread;

    /// <summary>Starts it.</summary>
    /// <param name="name">What debuggers and profilers call it.</param>
    public WriterThread(string name)
    {
        _thread = new(Run) { Name = name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>Queues some work and answers what it does; <paramref name="thenDo"/> runs right after it, when it has been answered, and must not throw.</summary>
    /// <param name="work">May block.</param>
    /// <param name="cancellationToken">Looked at when the work's turn has come, and not again.</param>
    /// <param name="thenDo">Optional.</param>
    /// <exception cref="ObjectDisposedException">It was stopped: the store has been closed.</exception>
    public Task<T> Do<T>(Func<T> work, CancellationToken cancellationToken, Action? thenDo = null)
    {
        ArgumentNullException.ThrowIfNull(work);
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
            throw new ObjectDisposedException(_thread.Name);
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
