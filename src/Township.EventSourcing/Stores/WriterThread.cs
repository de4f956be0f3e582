using System.Collections.Concurrent;

namespace Township.EventSourcing;

/// <summary>
/// For those who write stores: the one thread that writes. A thread of its own, because a commit waits for the disk: on
/// the thread pool it would take a worker away from grains, and what continues there waits behind all their work. Runs
/// what it is given, in order, one at a time with what others do on their own threads. Thread-safe.
/// </summary>
public sealed class WriterThread
{
    readonly BlockingCollection<Action> _work = [];
    readonly Lock _turn = new();
    readonly Thread _thread;
    volatile bool _stopping;

    /// <summary>Starts it.</summary>
    /// <param name="name">What debuggers and profilers call it.</param>
    public WriterThread(string name)
    {
        _thread = new(Run) { Name = name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>Queues some work and answers what it does.</summary>
    /// <param name="work">May block.</param>
    /// <param name="cancellationToken">Looked at when the work's turn has come, and not again.</param>
    /// <exception cref="ObjectDisposedException">It was stopped: the store has been closed.</exception>
    public Task<T> Do<T>(Func<T> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        ObjectDisposedException.ThrowIf(_stopping, this);
        return Queue(work, cancellationToken);
    }

    /// <summary>Does some work on the calling thread instead, when nobody else is at it.</summary>
    /// <exception cref="ObjectDisposedException">It was stopped: the store has been closed.</exception>
    public T DoHere<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            return work();
        }
    }

    /// <summary>Takes no more work, finishes what is queued, does one last thing, and ends.</summary>
    public async Task Stop(Action last)
    {
        ArgumentNullException.ThrowIfNull(last);
        _stopping = true;
        var done = Queue(() =>
        {
            last();
            return true;
        }, CancellationToken.None);
        _work.CompleteAdding();
        await Task.Run(_thread.Join);
        await done;
    }

    Task<T> Queue<T>(Func<T> work, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _work.Add(() => Answer(work, answer, cancellationToken), CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(_thread.Name);
        }

        return answer.Task;
    }

    void Run()
    {
        foreach (var action in _work.GetConsumingEnumerable())
            lock (_turn) action();
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
