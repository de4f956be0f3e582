using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

public sealed partial class GroupCommitter
{
    void AnswerOn()
    {
        foreach (var (batch, results) in _unanswered.GetConsumingEnumerable()) AnswerAll(batch, results);
        _stopped.SetResult();
    }

    void AnswerAll(List<Pending> batch, IReadOnlyList<AppendResult> results)
    {
        for (var i = 0; i < batch.Count; i++) Answer(batch[i], results[i]);
    }

    void Answer(Pending pending, AppendResult result)
    {
        // Our own commit, stored by an earlier attempt whose acknowledgement was lost.
        if (result is AppendResult.Duplicate { Original: var original } && original.Content == pending.Commit.Content)
            result = new AppendResult.Committed(original.Position, original.LastVersion, original.Hash);
        try
        {
            if (result is AppendResult.Conflict or AppendResult.GuardBroken) TownshipDiagnostics.Conflicts.Add(1);
            TownshipDiagnostics.AppendLatency.Record(_clock.GetElapsedTime(pending.QueuedAt).TotalSeconds);
            pending.Admission.Leave();
        }
        catch (Exception e)
        {
            LogNotReported(_log, e);
        }

        pending.SetResult(result);
    }

    void FailAll(List<Pending> batch, Exception failure, Activity? activity)
    {
        activity?.SetStatus(ActivityStatusCode.Error, failure.Message);
        LogFailure(_log, failure, batch.Count);
        foreach (var pending in batch.Where(p => !p.Task.IsCompleted)) Fail(pending, failure);
    }

    static void Fail(Pending pending, Exception failure)
    {
        pending.Admission.Leave();
        pending.SetException(failure);
    }

    [LoggerMessage(LogLevel.Error, "The append of {Count} commits failed; their callers got the failure")]
    static partial void LogFailure(ILogger log, Exception failure, int count);

    [LoggerMessage(LogLevel.Error, "A listener to metrics or to stored commits failed; the commits are stored")]
    static partial void LogNotReported(ILogger log, Exception failure);
}
