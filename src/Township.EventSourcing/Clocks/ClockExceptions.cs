using System.Globalization;

namespace Township.EventSourcing;

/// <summary>
/// A stream's last decision lies further ahead of the clock than is tolerated: whatever was decided now would be dated in the
/// future. Nothing was written.
/// </summary>
public sealed class StreamAheadException(StreamId stream, DateTimeOffset last, DateTimeOffset now)
    : Exception(string.Create(CultureInfo.InvariantCulture,
        $"{stream} was last decided at {last:yyyy-MM-ddTHH:mm:ss.ffffffZ}, and it is {now:yyyy-MM-ddTHH:mm:ssZ}. Nothing was written. A leader can put on record, with a reason, that the stream goes on from there. "
        + $"卷宗 {stream} 的上一次决定时间为 {last:yyyy-MM-ddTHH:mm:ss.ffffffZ},晚于当前时间 {now:yyyy-MM-ddTHH:mm:ssZ};未写入任何内容。领导小组说明理由并记录在案后方可继续。"))
{
    /// <summary>The stream.</summary>
    public StreamId Stream => stream;

    /// <summary>When it was last decided, UTC.</summary>
    public DateTimeOffset Last => last;
}

/// <summary>The clock of this process and that of the store's server differ by more than is tolerated. Nothing is decided until they agree again.</summary>
public sealed class ClockDiffersException(TimeSpan difference)
    : Exception(string.Create(CultureInfo.InvariantCulture,
        $"The silo's clock is {difference.Duration():c} {(difference > TimeSpan.Zero ? "ahead of" : "behind")} the database server's. Nothing was written; commands are taken again when the two agree. "
        + $"本机时钟比数据库服务器{(difference > TimeSpan.Zero ? "快" : "慢")} {difference.Duration():c};未写入任何内容,两者一致后自动恢复。"))
{
    /// <summary>By how much at least; positive when this process is ahead.</summary>
    public TimeSpan Difference => difference;
}
