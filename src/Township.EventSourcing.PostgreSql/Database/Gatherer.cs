namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// Answers questions of one kind, many in one round trip where many are asked at once: after a silo has died, thousands of
/// grains are activated elsewhere, and each asks for its stream's head. One that asks alone waits for nobody. Thread-safe.
/// </summary>
/// <param name="read">Answers questions, in their order.</param>
sealed class Gatherer<TQuestion, TAnswer>(Func<IReadOnlyList<TQuestion>, Task<IReadOnlyList<TAnswer>>> read)
{
    // While these are under way the next ones gather.
    const int MostReads = 2, MostQuestions = 256;

    readonly Lock _lock = new();
    readonly Queue<Asked> _waiting = [];
    int _reads;

    sealed class Asked(TQuestion question) : TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public TQuestion Question => question;
    }

    /// <summary>The answer as it is at some time after this call.</summary>
    /// <exception cref="EventStoreException">Reading failed, for all who were asked about together.</exception>
    public Task<TAnswer> Ask(TQuestion question, CancellationToken cancellationToken)
    {
        var asked = new Asked(question);
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
                var answers = await read([.. taken.Select(a => a.Question)]);
                for (var i = 0; i < taken.Count; i++) taken[i].SetResult(answers[i]);
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
            var taken = new List<Asked>(Math.Min(_waiting.Count, MostQuestions));
            while (taken.Count < MostQuestions && _waiting.TryDequeue(out var asked)) taken.Add(asked);
            if (taken.Count == 0) _reads--;
            return taken;
        }
    }
}
