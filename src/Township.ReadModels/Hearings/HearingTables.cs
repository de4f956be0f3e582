namespace Township.Hearings;

/// <summary>The tables of <see cref="HearingsHeld"/>.</summary>
static class HearingTables
{
    public static readonly ViewTable Hearings = new(HearingsHeld.Table, 2,
    [
        "township TEXT NOT NULL", "hearing TEXT NOT NULL", "step TEXT NOT NULL", "topic TEXT NOT NULL", "policy_version TEXT NOT NULL", "prepared_by TEXT NOT NULL",
        "revision INTEGER NOT NULL", "opens_at TEXT", "place TEXT", "notice_from TEXT", "earliest_on TEXT", "notice_ended INTEGER NOT NULL",
        "postponements INTEGER NOT NULL", "confirmed INTEGER", "quorum INTEGER", "attended INTEGER", "officers INTEGER", "chair TEXT",
        "sat_from TEXT", "sat_until TEXT", "entries INTEGER NOT NULL", "feedback_due_on TEXT", "feedback_overdue INTEGER NOT NULL", "reopenings INTEGER NOT NULL", "ended_on TEXT",
        "opens_on TEXT", "issues INTEGER NOT NULL", "issues_accounted_for INTEGER NOT NULL", "questions INTEGER NOT NULL", "unanswered INTEGER NOT NULL",
    ], "township, opens_at", "township, step, opens_on", "township, step, feedback_due_on");

    public static readonly ViewTable Issues = new(HearingsHeld.Issues, 3,
    [
        "township TEXT NOT NULL", "hearing TEXT NOT NULL", "issue INTEGER NOT NULL", "title TEXT NOT NULL", "raised_in_sitting INTEGER NOT NULL",
        "dropped INTEGER NOT NULL", "reports INTEGER NOT NULL", "outcome TEXT NOT NULL", "studied_on TEXT", "round INTEGER NOT NULL",
        "referred_in_round INTEGER NOT NULL", "measured_in_round INTEGER NOT NULL", "promised_in_round INTEGER NOT NULL", "promises INTEGER NOT NULL",
        "accounted_for INTEGER NOT NULL", "feedback_channels INTEGER NOT NULL",
    ], "township, outcome");

    public static readonly ViewTable Measures = new(HearingsHeld.Measures, 4,
    [
        "township TEXT NOT NULL", "hearing TEXT NOT NULL", "issue INTEGER NOT NULL", "measure INTEGER NOT NULL", "round INTEGER NOT NULL",
        "owner TEXT NOT NULL", "due_on TEXT NOT NULL", "overdue INTEGER NOT NULL", "completed_on TEXT", "late INTEGER",
    ], "township, due_on", "township, owner, due_on");

    public static readonly ViewTable Questions = new(HearingsHeld.Questions, 3,
    [
        "township TEXT NOT NULL", "hearing TEXT NOT NULL", "entry INTEGER NOT NULL", "issue INTEGER NOT NULL", "speaker TEXT NOT NULL", "answer TEXT NOT NULL",
    ]);

    public static readonly ViewTable Notices = new(HearingsHeld.Notices, 5,
    [
        "township TEXT NOT NULL", "hearing TEXT NOT NULL", "revision INTEGER NOT NULL", "disclosure TEXT NOT NULL", "channel TEXT NOT NULL",
        "published_at TEXT NOT NULL", "recorded INTEGER NOT NULL", "published_on TEXT NOT NULL", "holds INTEGER NOT NULL",
    ]);

    public static readonly ViewTable Feedback = new(HearingsHeld.Feedback, 6,
    [
        "township TEXT NOT NULL", "hearing TEXT NOT NULL", "issue INTEGER NOT NULL", "round INTEGER NOT NULL", "disclosure TEXT NOT NULL", "channel TEXT NOT NULL",
        "published_at TEXT NOT NULL", "recorded INTEGER NOT NULL", "published_on TEXT NOT NULL", "holds INTEGER NOT NULL",
    ]);

    public static readonly IReadOnlyList<ViewTable> All = [Hearings, Issues, Measures, Questions, Notices, Feedback];
}
