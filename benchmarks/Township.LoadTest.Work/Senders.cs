using System.Diagnostics;
using HdrHistogram;

namespace Township.LoadTest.Work;

/// <summary>What was sent and answered.</summary>
/// <param name="Count">How many; these were the numbers from 0 on.</param>
/// <param name="Elapsed">From the first command to the last answer.</param>
/// <param name="Latency">Microseconds from sending a command to its answer.</param>
public sealed record Sent(int Count, TimeSpan Elapsed, HistogramBase Latency)
{
    public double PerSecond => Count / Elapsed.TotalSeconds;

    /// <summary>Milliseconds within which so many percent were answered.</summary>
    public double Percentile(double percent) => Math.Round(Latency.GetValueAtPercentile(percent) / 1000.0, 2);
}

/// <summary>A fixed number of senders; each waits for its answer before it sends the next number.</summary>
public static class Senders
{
    /// <param name="count">How many numbers are sent.</param>
    /// <param name="inFlight">How many senders.</param>
    /// <param name="most">After so long nothing more is sent.</param>
    /// <param name="send">Sends a number and waits for its answer; when it throws, the run has failed.</param>
    public static async Task<Sent> Run(int count, int inFlight, TimeSpan? most, Func<int, Task> send)
    {
        var (next, watch, turn) = (0, Stopwatch.StartNew(), new Lock());
        var latency = new LongHistogram(TimeSpan.FromMinutes(1).Ticks, 3);
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(Send)));
        return new(Math.Min(next, count), watch.Elapsed, latency);

        async Task Send()
        {
            for (int number; !(watch.Elapsed >= most) && (number = Interlocked.Increment(ref next) - 1) < count;)
            {
                var sent = Stopwatch.GetTimestamp();
                await send(number);
                var micros = (long)Stopwatch.GetElapsedTime(sent).TotalMicroseconds;
                lock (turn) latency.RecordValue(Math.Max(1, micros));
            }
        }
    }
}
