namespace Township.ReportMeetings;

/// <summary>That a meeting waits for its reporters to be drawn. Null before it is convened and once it is known who reports.</summary>
/// <param name="HeldOn">When it is held.</param>
/// <param name="Reporters">How many report.</param>
[FactName("meeting.drawing")]
public sealed record MeetingDrawing(DateOnly HeldOn, int Reporters);
