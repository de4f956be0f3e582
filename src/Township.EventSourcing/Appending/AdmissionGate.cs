namespace Township.EventSourcing;

/// <summary>
/// Limits how many commits and bytes wait to be stored; callers enter in the order of their calls. The size of a commit is known only after
/// deciding, so its bytes are counted afterwards and hold back the next caller.
/// </summary>
sealed class AdmissionGate(int maxCommits, long maxBytes, TimeSpan timeout, TimeProvider clock)
{
    readonly Lock _lock = new();
    readonly LinkedList<TaskCompletionSource> _waiting = new();
    int _commits;
    long _bytes;

    public async ValueTask Enter(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> place;
        lock (_lock)
        {
            if (_waiting.Count == 0 && HasRoom)
            {
                _commits++;
                TownshipDiagnostics.QueueDepth.Add(1);
                return;
            }

            place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        try
        {
            await place.Value.Task.WaitAsync(timeout, clock, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            lock (_lock)
            {
                // Granted at the moment the wait ended: the place is ours.
                if (place.Value.Task.IsCompleted) return;
                _waiting.Remove(place);
            }

            if (e is TimeoutException) throw new StoreOverloadedException(timeout);
            throw;
        }
    }

    public void Count(int bytes)
    {
        lock (_lock) _bytes += bytes;
    }

    public void Leave(int bytes)
    {
        lock (_lock)
        {
            _commits--;
            _bytes -= bytes;
            var admitted = 0;
            while (_waiting.First is { } next && HasRoom)
            {
                _waiting.RemoveFirst();
                _commits++;
                admitted++;
                next.Value.SetResult();
            }

            TownshipDiagnostics.QueueDepth.Add(admitted - 1);
        }
    }

    bool HasRoom => _commits < maxCommits && _bytes < maxBytes;
}
