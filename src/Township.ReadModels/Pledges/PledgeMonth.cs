using System.Diagnostics;
using static Township.Pledges.PledgeEvent;

namespace Township.Pledges;

/// <summary>A row of <see cref="PledgeMonths"/>.</summary>
sealed record PledgeMonth(string Township, string Month, string Cadre) : IStreamRows<PledgeMonth, PledgeEvent>
{
    static readonly ViewTable Table = new(PledgeMonths.Table, 3,
    [
        "township TEXT NOT NULL", "month TEXT NOT NULL", "cadre TEXT NOT NULL",
        "written_on TEXT", "stated_on TEXT", "pledged_on TEXT", "released_on TEXT",
        "late INTEGER NOT NULL", "amended INTEGER NOT NULL", "missed INTEGER NOT NULL", "exemption TEXT", "verdict TEXT",
    ]);

    public static IReadOnlyList<ViewTable> Tables => [Table];

    DateOnly? WrittenOn { get; init; }

    DateOnly? StatedOn { get; init; }

    DateOnly? PledgedOn { get; init; }

    DateOnly? ReleasedOn { get; init; }

    bool Late { get; init; }

    int Amended { get; init; }

    bool IsMissed { get; init; }

    ExemptionKind? Exemption { get; init; }

    Verdict? Verdict { get; init; }

    public IEnumerable<ViewRow> Rows => [ViewRow.Of(Table, Township, Month, Cadre, WrittenOn, StatedOn, PledgedOn, ReleasedOn, Late, Amended, IsMissed, Exemption, Verdict)];

    public static EquatableList<string> KeyOf(StreamId stream)
    {
        var id = PledgeId.Find(stream.Id) ?? throw new FormatException($"'{stream}' is not the stream of a pledge.");
        return [stream.Township, id.Month.ToString(), id.CadreId];
    }

    public static PledgeMonth From(EquatableList<string> key, Func<ViewTable, IEnumerable<Cells>> stored) =>
        stored(Table).Select(From).SingleOrDefault() ?? new(key[0], key[1], key[2]);

    static PledgeMonth From(Cells cells) => new(cells.Text(), cells.Text(), cells.Text())
    {
        WrittenOn = cells.DayOrNull(),
        StatedOn = cells.DayOrNull(),
        PledgedOn = cells.DayOrNull(),
        ReleasedOn = cells.DayOrNull(),
        Late = cells.Flag(),
        Amended = cells.Number(),
        IsMissed = cells.Flag(),
        Exemption = cells.NameOrNull<ExemptionKind>(),
        Verdict = cells.NameOrNull<Verdict>(),
    };

    public PledgeMonth After(PledgeEvent e) => e switch
    {
        Written written => this with { WrittenOn = written.WrittenOn },
        // What was pledged counts again once it is pledged again.
        Rewritten rewritten => this with { WrittenOn = rewritten.WrittenOn, PledgedOn = null, Late = false },
        StatementRecorded stated => this with { StatedOn = stated.StatedOn },
        Pledged pledged => this with { PledgedOn = pledged.PledgedOn, Late = pledged.Late },
        AmendmentApproved => this with { Amended = Amended + 1 },
        Exempted exempted => this with { Exemption = exempted.Kind },
        ExemptionRevoked => this with { Exemption = null },
        Released released => this with { ReleasedOn = released.LeftOn },
        Missed => this with { IsMissed = true },
        MissedReversed => this with { IsMissed = false },
        Verified verified => this with { Verdict = verified.Verdict },
        VerificationReversed => this with { Verdict = null },
        DueDateFixed or AmendmentRequested or AmendmentRejected or Transferred or Observed => this,
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };
}
