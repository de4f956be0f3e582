namespace Township.Hearings;

/// <summary>
/// The table <c>hearings</c>, one row per hearing, and what belongs to it: its issues, their measures, the questions of the sitting, and the
/// publications of its notices and of its feedback.
/// </summary>
public sealed class HearingsHeld() : StreamView(
    Table, 1, Hearing.Category, StreamTables.Of<HearingRows, HearingEvent>(Hearing.Type.Events))
{
    /// <summary>The table of the hearings, as queries know it.</summary>
    public const string Table = "hearings";

    /// <summary>The table of their issues.</summary>
    public const string Issues = "hearing_issues";

    /// <summary>The table of the issues' measures.</summary>
    public const string Measures = "hearing_measures";

    /// <summary>The table of the questions.</summary>
    public const string Questions = "hearing_questions";

    /// <summary>The table of the notices' publications.</summary>
    public const string Notices = "hearing_notices";

    /// <summary>The table of the feedback's publications.</summary>
    public const string Feedback = "hearing_feedback";
}
