namespace Township.EventSourcing.PostgreSql;

/// <summary>
/// Batches concurrent questions of one kind into few round trips: after a silo has died, thousands of grains are activated elsewhere, and
/// each asks for its stream's head. A single question does not wait for others. Thread-safe.
/// </summary>
/// <param name="read">Answers questions, in their order.</param>
sealed class Gatherer<TQuestion, TAnswer>(Func<IReadOnlyList<TQuestion>, Task<IReadOnlyList<TAnswer>>> read)
{
    // While this many reads are running, further questions are gathered.
    const int MostReads = 2, MostQuestions = 256;

    readonly Lock _lock = new();
    readonly Queue<Asked> _waiting = [];
    int _reads;

    sealed class Asked(TQuestion question) : TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public TQuestion Question => question;
    }

    /// <summary>Returns the answer as of some time after the call.</summary>
    /// <exception cref="EventStoreException">The read failed, for all questions of the batch.</exception>
    public Task<TAnswer> Ask(TQuestion question, CancellationToken cancellationToken)
    {
        var asked = new Asked(question);
        lock (_lock)
        {
            _waiting.Enqueue(asked);
            if (_reads < MostReads)
            {
                _reads++;
                // Not in the scheduler or context of the first caller, because it also reads for the others.
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
                // Whatever the failure, no caller may wait for ever.
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
