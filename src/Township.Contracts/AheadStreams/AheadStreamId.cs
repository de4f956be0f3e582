namespace Township.AheadStreams;

/// <summary>
/// The names of records about streams: <c>ahead-stream/huimin/promise.2026-01.3</c> is about <c>promise/huimin/2026-01.3</c>. A category
/// contains no dot, so no text can be read as two names.
/// </summary>
public static class AheadStreamId
{
    /// <summary>The category of the records.</summary>
    public const string Category = "ahead-stream";

    /// <summary>The record about a stream; null when its name would be too long.</summary>
    public static StreamId? RecordOf(StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return StreamId.TryParse($"{Category}/{stream.Township}/{stream.Category}.{stream.Id}", out var record) ? record : null;
    }

    /// <summary>The stream that a record is about; null when the id does not name a stream.</summary>
    public static StreamId? StreamOf(StreamId record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Id.Split('.', 2) is [var category, var id] && category != Category && StreamId.TryParse($"{category}/{record.Township}/{id}", out var stream) ? stream : null;
    }
}
