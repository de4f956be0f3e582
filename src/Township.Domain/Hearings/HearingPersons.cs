using static Township.Hearings.HearingCommand;

namespace Township.Hearings;

// Whom the texts of a hearing are about if the command does not name them: the speaker of an entry, the owner of a measure.
public abstract partial record Hearing
{
    public static IEnumerable<string> PersonsOf(HearingCommand command, Hearing state, StreamId stream, Actor actor) =>
        (command switch
        {
            CorrectEntry correct => MinutesOf(state)?.SpeakerOf(correct.Entry),
            CompleteMeasure complete => FileOf(state)?.Issue(complete.IssueNumber)?.Measures.FirstOrDefault(m => m.Number == complete.MeasureNumber)?.OwnerId,
            _ => null,
        }) is { } person ? [person] : [];

    static HearingMinutes? MinutesOf(Hearing state) => state switch
    {
        Sitting s => s.Minutes,
        Held s => s.Minutes,
        Closed s => s.Minutes,
        _ => null,
    };
}
