using System.Globalization;

namespace Township.Cli;

/// <summary>Moments as people write and read them: in Asia/Shanghai unless an offset says otherwise.</summary>
static class Moments
{
    static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF"];

    static readonly string[] WithOffset = [.. Local.Select(f => f + "zzz"), .. Local.Select(f => f + " zzz")];

    /// <summary>Reads a date and time. A date alone is refused: it could mean its beginning or its end.</summary>
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        if (text.EndsWith('Z')) text = text[..^1] + "+00:00";
        if (DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment)) return true;
        var local = DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        moment = local ? new DateTimeOffset(time, Shanghai) : default;
        return local;
    }

    /// <summary>A moment for people: <c>2026-03-02 09:00:00</c> in Asia/Shanghai.</summary>
    public static string Show(DateTimeOffset moment) => moment.ToOffset(Shanghai).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A commit's time of decision for people; a stored number that is no time is shown as the number.</summary>
    public static string Show(RecordedCommit commit) =>
        CommitLine.Moment(commit).Length == 0 ? commit.Content.DecidedAtMicros.ToString(CultureInfo.InvariantCulture) : Show(commit.DecidedAt);

    /// <summary>A moment for programs: UTC with microseconds.</summary>
    public static string Exact(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
