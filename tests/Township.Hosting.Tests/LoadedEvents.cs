using System.Diagnostics.Metrics;

namespace Township;

/// <summary>Counts the events that are read to build states.</summary>
static class LoadedEvents
{
    public static async Task<long> During(Func<Task> doing)
    {
        var read = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "township.load.events") l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, events, _, _) => Interlocked.Add(ref read, events));
        listener.Start();
        await doing();
        return read;
    }

    public static Exception Innermost(this Exception e) => e.InnerException is { } inner ? inner.Innermost() : e;
}
