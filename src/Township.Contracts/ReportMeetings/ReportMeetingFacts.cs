namespace Township.ReportMeetings;

/// <summary>A meeting whose reporters have not been drawn. Null before it is convened and once the reporters are known.</summary>
/// <param name="HeldOn">When it is held.</param>
/// <param name="Reporters">How many report.</param>
[FactName("meeting.drawing")]
public sealed record MeetingDrawing(DateOnly HeldOn, int Reporters);
