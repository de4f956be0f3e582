using Microsoft.Extensions.Logging;

namespace Township.EventSourcing;

/// <summary>Sends one due command and evaluates the result.</summary>
sealed partial class DeadlineSending(
    DeadlineProjection deadlines, IDeadlineSender sender, DeadlineOptions options, TimeProvider clock, ILogger log)
{
    /// <summary>Returns the row with the result of sending. Throws only when cancelled.</summary>
    public async Task<DeadlineRow> Send(DeadlineRow row, CancellationToken cancellationToken)
    {
        try
        {
            var type = deadlines.Find(row.Stream.Category)
                ?? throw new InvalidOperationException($"'{row.Stream.Category}' has no deadlines in this program.");
            var caller = new Caller(new(DeadlineOptions.Subject, row.Stream.Township, [options.Role]), row.CorrelationId, row.CausationId);
            var command = type.Due(new(row.Stream, row.Name, row.DueAt));
            var outcome = await sender.Send(row.Stream, command, row.CommandId, caller, cancellationToken);
            return outcome switch
            {
                { Refusal: null } => Done(row),
                { Refusal: var refusal } when type.IsEarly(refusal) => Early(row, refusal),
                { Refusal: var refusal } => Refused(row, refusal),
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (sender.MayPass(e))
        {
            return Failed(row, e);
        }
        catch (Exception e)
        {
            return Stuck(row, e);
        }
    }

    DeadlineRow Done(DeadlineRow row)
    {
        TownshipDiagnostics.DeadlinesSent.Add(1);
        return row.Tried(DeadlineState.Done, clock.GetUtcNow(), null, null);
    }

    DeadlineRow Early(DeadlineRow row, Refusal refusal)
    {
        // An aggregate that always finds a deadline too early must not block the stream's other deadlines for ever.
        var state = row.Attempts + 1 >= options.MostEarly ? DeadlineState.Stuck : DeadlineState.Waiting;
        return Again(row, state, options.RetryDelay, options.MaxRetryDelay, refusal.ToString());
    }

    DeadlineRow Refused(DeadlineRow row, Refusal refusal)
    {
        TownshipDiagnostics.DeadlinesRefused.Add(1, new KeyValuePair<string, object?>("code", refusal.Code));
        return row.Tried(DeadlineState.Refused, clock.GetUtcNow(), null, refusal.ToString());
    }

    DeadlineRow Failed(DeadlineRow row, Exception failure)
    {
        TownshipDiagnostics.DeadlinesFailed.Add(1);
        if (row.Attempts == 0) LogFailed(log, row.Stream, row.Name, failure.Message);
        return Again(row, DeadlineState.Waiting, options.RetryDelay, options.MaxRetryDelay, failure.Message);
    }

    DeadlineRow Stuck(DeadlineRow row, Exception failure)
    {
        TownshipDiagnostics.DeadlinesFailed.Add(1);
        if (row.State != DeadlineState.Stuck) LogStuck(log, failure, row.Stream, row.Name, failure.Message);
        return Again(row, DeadlineState.Stuck, options.StuckDelay, options.MaxStuckDelay, $"{failure.GetType().Name}: {failure.Message}");
    }

    DeadlineRow Again(DeadlineRow row, DeadlineState state, TimeSpan first, TimeSpan most, string note)
    {
        var (now, delay) = (clock.GetUtcNow(), first * Math.Pow(2, Math.Min(row.Attempts, 30)));
        return row.Tried(state, now, now + (delay < most ? delay : most), note);
    }

    [LoggerMessage(LogLevel.Warning, "The command of deadline {Name} of {Stream} could not be delivered and will be sent again: {Reason}")]
    static partial void LogFailed(ILogger log, StreamId stream, string name, string reason);

    [LoggerMessage(LogLevel.Error, "The command of deadline {Name} of {Stream} fails with what looks like a bug and is sent again from "
        + "time to time: {Reason}")]
    static partial void LogStuck(ILogger log, Exception failure, StreamId stream, string name, string reason);
}
