namespace Township.Cli;

/// <summary>Streams that a user names must exist.</summary>
static class KnownStreams
{
    /// <exception cref="UsageException">One of them does not.</exception>
    public static async Task Check(Inquiry inquiry, IEnumerable<StreamId> streams)
    {
        foreach (var stream in streams)
            if ((await inquiry.Reader.ReadHead(stream, inquiry.Stopped)).Version == 0)
                throw new UsageException(inquiry.Say($"没有卷宗 {stream}。", $"There is no stream {stream}."));
    }
}
