using Township.Hearings;
using static Township.Documents.ChineseTerms;
using static Township.Hearings.HearingEvent;

namespace Township.Documents;

/// <summary>Tracks who came to the sitting and who left before its end.</summary>
sealed class Attendance
{
    readonly Dictionary<string, string> _shown = [];
    bool _held;

    public static Attendance Of(HearingHistory history)
    {
        var attendance = new Attendance();
        var revision = 0;
        foreach (var record in history.Records) attendance.Take(record, ref revision);
        return attendance;
    }

    public bool Came(string personId) => _shown.ContainsKey(personId);

    public string Show(string personId) => _shown.GetValueOrDefault(personId) ?? (_held ? "未到会" : "");

    void Take(HearingRecord record, ref int revision)
    {
        switch (record.Event)
        {
            case AttendanceRecorded came:
                foreach (var person in came.PersonIds) _shown[person] = $"{Hour(came.At)}到会";
                break;
            case LeavingRecorded left:
                _shown[left.PersonId] = $"{_shown.GetValueOrDefault(left.PersonId)}，{Hour(left.At)}离会";
                break;
            case Opened:
                _held = true;
                break;
            // Attendance on another day, or for another purpose, does not count for this sitting.
            case Postponed:
                _shown.Clear();
                break;
            default:
                if (RevisionOf(record.Event) is { } now && now != revision)
                {
                    revision = now;
                    _shown.Clear();
                }

                break;
        }
    }

    static int? RevisionOf(HearingEvent e) => e switch
    {
        TopicRevised revised => revised.Revision?.Number,
        IssueAdded added => added.Revision?.Number,
        IssueDropped dropped => dropped.Revision?.Number,
        Arranged arranged => arranged.Revision.Number,
        _ => null,
    };
}
