namespace Township.Hearings;

/// <summary>What came of an issue in the sitting (H6).</summary>
public enum IssueOutcome
{
    /// <summary>Not decided yet.</summary>
    Open,

    /// <summary>Opinions agreed; no conclusion was announced.</summary>
    Agreed,

    /// <summary>A conclusion was announced.</summary>
    Concluded,

    /// <summary>Referred to party committee and government for further study 再进行研究.</summary>
    Referred,
}

/// <summary>An issue of a hearing, and how it is accounted for (H6–H8).</summary>
/// <param name="Number">From 1, never used again.</param>
/// <param name="Title">The title.</param>
/// <param name="ReportIds">The reports that went into it.</param>
/// <param name="Dropped">Whether it was dropped before the sitting.</param>
/// <param name="RaisedInSitting">Whether a representative raised it in the sitting.</param>
/// <param name="Objections">
/// The entries of the objections that were not withdrawn. Objections of people who have left the sitting do not prevent a conclusion.
/// </param>
/// <param name="Outcome">What came of it.</param>
/// <param name="StudiedOn">When party committee and government resolved on it; null until then.</param>
/// <param name="Round">
/// 1, and one more each time the hearing is reopened for it: only what belongs to the last round accounts for it.
/// </param>
/// <param name="ReferredInRound">The round in which it was referred last; 0 for never.</param>
/// <param name="Measures">Its measures, by number.</param>
/// <param name="Promises">Its promises, oldest first.</param>
/// <param name="Feedback">Its feedback of the last round.</param>
/// <param name="FeedbackFrom">
/// Since when feedback of that round can be published: the end of the sitting, or the reopening. Null before.
/// </param>
[GenerateSerializer, Immutable, Alias("hearing.issue")]
public sealed record HearingIssue(
    int Number, string Title, EquatableList<string> ReportIds, bool Dropped, bool RaisedInSitting, EquatableList<int> Objections, IssueOutcome Outcome,
    DateOnly? StudiedOn, int Round, int ReferredInRound, EquatableList<IssueMeasure> Measures, EquatableList<IssuePromise> Promises,
    EquatableList<HearingPublication> Feedback, DateTimeOffset? FeedbackFrom)
{
    /// <summary>Whether a measure, a promise or a referral of the last round accounts for it; a dropped issue needs none.</summary>
    public bool IsAccountedFor() =>
        Dropped || ReferredInRound == Round || Measures.Any(m => m.Round == Round) || Promises.Any(p => p.Round == Round);

    /// <summary>Whether the feedback of the last round was given through all of these channels; a dropped issue needs none.</summary>
    public bool IsFedBack(EquatableList<Disclosures.Channel> channels) => Dropped || channels.All(c => Feedback.Any(f => f.Channel == c));
}

/// <summary>An implementation measure 落实措施 of an issue.</summary>
/// <param name="Number">From 1, per issue.</param>
/// <param name="OwnerId">The cadre who is responsible.</param>
/// <param name="Due">The deadline.</param>
/// <param name="Round">The round of the issue to which it belongs.</param>
/// <param name="Overdue">Whether it was marked overdue.</param>
/// <param name="CompletedOn">When it was done; null until then.</param>
[GenerateSerializer, Immutable, Alias("hearing.issue-measure")]
public sealed record IssueMeasure(int Number, string OwnerId, DueDate Due, int Round, bool Overdue, DateOnly? CompletedOn);

/// <summary>A promise made for an issue.</summary>
/// <param name="PromiseId">The promise; its own stream says what became of it.</param>
/// <param name="Round">The round of the issue to which it belongs.</param>
[GenerateSerializer, Immutable, Alias("hearing.issue-promise")]
public sealed record IssuePromise(string PromiseId, int Round);
