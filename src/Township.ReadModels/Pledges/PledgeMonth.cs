using System.Diagnostics;
using System.Globalization;
using static Township.Pledges.PledgeEvent;

namespace Township.Pledges;

/// <summary>A row of <see cref="PledgeMonths"/>.</summary>
sealed record PledgeMonth(string Township, string Month, string Cadre)
{
    public static readonly string[] Key = ["township", "month", "cadre"];

    public static readonly string[] Columns =
        [.. Key, "written_on", "stated_on", "pledged_on", "released_on", "late", "amended", "missed", "exemption", "verdict"];

    string? WrittenOn { get; init; }

    string? StatedOn { get; init; }

    string? PledgedOn { get; init; }

    string? ReleasedOn { get; init; }

    int Late { get; init; }

    int Amended { get; init; }

    int Missed { get; init; }

    string? Exemption { get; init; }

    string? Verdict { get; init; }

    public object[] KeyValues => [Township, Month, Cadre];

    public object?[] Values => [.. KeyValues, WrittenOn, StatedOn, PledgedOn, ReleasedOn, Late, Amended, Missed, Exemption, Verdict];

    public static PledgeMonth From(object[] values) => new((string)values[0], (string)values[1], (string)values[2])
    {
        WrittenOn = values[3] as string,
        StatedOn = values[4] as string,
        PledgedOn = values[5] as string,
        ReleasedOn = values[6] as string,
        Late = Convert.ToInt32(values[7], CultureInfo.InvariantCulture),
        Amended = Convert.ToInt32(values[8], CultureInfo.InvariantCulture),
        Missed = Convert.ToInt32(values[9], CultureInfo.InvariantCulture),
        Exemption = values[10] as string,
        Verdict = values[11] as string,
    };

    public PledgeMonth After(PledgeEvent e) => e switch
    {
        Written written => this with { WrittenOn = Text(written.WrittenOn) },
        // What was pledged counts again once it is pledged again.
        Rewritten rewritten => this with { WrittenOn = Text(rewritten.WrittenOn), PledgedOn = null, Late = 0 },
        StatementRecorded stated => this with { StatedOn = Text(stated.StatedOn) },
        Pledged pledged => this with { PledgedOn = Text(pledged.PledgedOn), Late = pledged.Late ? 1 : 0 },
        AmendmentApproved => this with { Amended = Amended + 1 },
        Exempted exempted => this with { Exemption = $"{exempted.Kind}" },
        ExemptionRevoked => this with { Exemption = null },
        Released released => this with { ReleasedOn = Text(released.LeftOn) },
        PledgeEvent.Missed => this with { Missed = 1 },
        MissedReversed => this with { Missed = 0 },
        Verified verified => this with { Verdict = $"{verified.Verdict}" },
        VerificationReversed => this with { Verdict = null },
        DueDateFixed or AmendmentRequested or AmendmentRejected or Transferred or Observed => this,
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
