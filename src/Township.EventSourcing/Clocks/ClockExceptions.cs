using System.Globalization;

namespace Township.EventSourcing;

/// <summary>
/// The last decision of a stream is further ahead of the clock than the tolerance, and a new decision would have to be dated later
/// still. Nothing was written.
/// </summary>
public sealed class StreamAheadException(StreamId stream, DateTimeOffset last, DateTimeOffset now)
    : Exception(string.Create(CultureInfo.InvariantCulture,
        $"{stream} was last decided at {last:yyyy-MM-ddTHH:mm:ss.ffffffZ}, which is later than the current time, "
        + $"{now:yyyy-MM-ddTHH:mm:ssZ}. "
        + $"Nothing was written. A leader can put on record, with a reason, that the stream continues from there. "
        + $"卷宗 {stream} 的上一次决定时间为 {last:yyyy-MM-ddTHH:mm:ss.ffffffZ}，晚于当前时间 {now:yyyy-MM-ddTHH:mm:ssZ}；未写入任何内容。"
        + $"领导小组成员说明理由并记录在案后，该卷宗方可继续。"))
{
    /// <summary>The stream.</summary>
    public StreamId Stream => stream;

    /// <summary>The time of the last decision, UTC.</summary>
    public DateTimeOffset Last => last;
}

/// <summary>
/// The clocks of this process and of the database server differ by more than the tolerance. No command is decided until they agree again.
/// </summary>
public sealed class ClockDiffersException(TimeSpan difference)
    : Exception(string.Create(CultureInfo.InvariantCulture,
        $"The silo's clock is {difference.Duration():c} {(difference > TimeSpan.Zero ? "ahead of" : "behind")} the database server's. "
        + $"Nothing was written; commands are accepted again once the two clocks agree. "
        + $"本机时钟比数据库服务器{(difference > TimeSpan.Zero ? "快" : "慢")} {difference.Duration():c}；未写入任何内容，两者一致后自动恢复。"))
{
    /// <summary>The smallest possible difference; positive when this process is ahead.</summary>
    public TimeSpan Difference => difference;
}
