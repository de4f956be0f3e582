namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// Reads heads of streams, many in one round trip where many are asked for at once: after a silo has died, thousands of
/// grains are activated elsewhere, and each asks for its own. One that asks alone waits for nobody. Thread-safe.
/// </summary>
/// <param name="read">Reads heads; null for one that is damaged.</param>
sealed class HeadGatherer(Func<IReadOnlyList<StreamId>, Task<IReadOnlyList<StreamHead?>>> read)
{
    // While these are under way the next ones gather.
    const int MostReads = 2, MostHeads = 256;

    readonly Lock _lock = new();
    readonly Queue<Asked> _waiting = [];
    int _reads;

    sealed class Asked(StreamId stream) : TaskCompletionSource<StreamHead>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public StreamId Stream => stream;
    }

    /// <summary>Where a stream stands, at some time after this call.</summary>
    /// <exception cref="StoreCorruptException">Its newest commit is damaged.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be read now.</exception>
    public Task<StreamHead> Read(StreamId stream, CancellationToken cancellationToken)
    {
        var asked = new Asked(stream);
        lock (_lock)
        {
            _waiting.Enqueue(asked);
            if (_reads < MostReads)
            {
                _reads++;
                // Not on the scheduler, nor in the context, of the one that happened to come first: it reads for the others too.
                using (ExecutionContext.SuppressFlow()) _ = Task.Run(ReadOn, CancellationToken.None);
            }
        }

        return asked.Task.WaitAsync(cancellationToken);
    }

    async Task ReadOn()
    {
        while (Take() is { Count: > 0 } taken)
        {
            try
            {
                var heads = await read([.. taken.Select(a => a.Stream)]);
                for (var i = 0; i < taken.Count; i++) Answer(taken[i], heads[i]);
            }
            catch (Exception e)
            {
                // Whatever it is, nobody may wait for ever.
                foreach (var asked in taken) asked.TrySetException(e);
            }
        }
    }

    List<Asked> Take()
    {
        lock (_lock)
        {
            var taken = new List<Asked>(Math.Min(_waiting.Count, MostHeads));
            while (taken.Count < MostHeads && _waiting.TryDequeue(out var asked)) taken.Add(asked);
            if (taken.Count == 0) _reads--;
            return taken;
        }
    }

    static void Answer(Asked asked, StreamHead? head)
    {
        if (head is not null) asked.SetResult(head);
        else asked.SetException(new StoreCorruptException($"The newest commit of {asked.Stream} cannot be read."));
    }
}
