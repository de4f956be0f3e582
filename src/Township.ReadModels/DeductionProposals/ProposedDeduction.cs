using System.Diagnostics;
using static Township.DeductionProposals.DeductionProposalEvent;

namespace Township.DeductionProposals;

/// <summary>A row of <see cref="ProposedDeductions"/>.</summary>
sealed record ProposedDeduction(string Township, string Id) : IStreamRows<ProposedDeduction, DeductionProposalEvent>
{
    static readonly ViewTable Table = new(ProposedDeductions.Table, 2,
    [
        "township TEXT NOT NULL", "proposal TEXT NOT NULL", "step TEXT NOT NULL", "cadre TEXT NOT NULL", "rule TEXT NOT NULL",
        "source_stream TEXT NOT NULL", "source_version BIGINT NOT NULL", "source_event TEXT NOT NULL",
        "suggested NUMERIC NOT NULL", "lowest NUMERIC NOT NULL", "highest NUMERIC NOT NULL", "proposed_on TEXT NOT NULL", "policy_version TEXT NOT NULL",
        "confirmed_points NUMERIC", "decided_by TEXT", "decided_on TEXT",
    ], "township, step, proposed_on", "township, proposed_on", "township, cadre, proposed_on");

    public static IReadOnlyList<ViewTable> Tables => [Table];

    DeductionStep Step { get; init; }

    string? Cadre { get; init; }

    string? Rule { get; init; }

    DeductionSource? Source { get; init; }

    DeductionPoints? Points { get; init; }

    DateOnly? ProposedOn { get; init; }

    string? PolicyVersion { get; init; }

    decimal? ConfirmedPoints { get; init; }

    string? DecidedBy { get; init; }

    DateOnly? DecidedOn { get; init; }

    public IEnumerable<ViewRow> Rows =>
    [
        ViewRow.Of(
            Table, Township, Id, Step, Cadre, Rule, Source?.Stream, Source?.Version, Source?.EventName, Points?.Suggested, Points?.Lowest, Points?.Highest,
            ProposedOn, PolicyVersion, ConfirmedPoints, DecidedBy, DecidedOn),
    ];

    public static ProposedDeduction From(EquatableList<string> key, Func<ViewTable, IEnumerable<Cells>> stored) =>
        stored(Table).Select(From).SingleOrDefault() ?? new(key[0], key[1]);

    static ProposedDeduction From(Cells cells) => new(cells.Text(), cells.Text())
    {
        Step = cells.Name<DeductionStep>(),
        Cadre = cells.Text(),
        Rule = cells.Text(),
        Source = new(cells.Text(), cells.Long(), cells.Text()),
        Points = new(cells.Decimal(), cells.Decimal(), cells.Decimal()),
        ProposedOn = cells.Day(),
        PolicyVersion = cells.Text(),
        ConfirmedPoints = cells.DecimalOrNull(),
        DecidedBy = cells.TextOrNull(),
        DecidedOn = cells.DayOrNull(),
    };

    public ProposedDeduction After(DeductionProposalEvent e) => e switch
    {
        Proposed proposed => this with
        {
            Step = DeductionStep.Proposed,
            Cadre = proposed.CadreId,
            Rule = proposed.Rule,
            Source = proposed.Source,
            Points = proposed.Points,
            ProposedOn = proposed.On,
            PolicyVersion = proposed.PolicyVersion,
        },
        Confirmed confirmed => this with
        {
            Step = DeductionStep.Confirmed,
            ConfirmedPoints = confirmed.Points,
            DecidedBy = confirmed.By,
            DecidedOn = confirmed.On,
        },
        Dismissed dismissed => this with { Step = DeductionStep.Dismissed, DecidedBy = dismissed.By, DecidedOn = dismissed.On },
        Withdrawn withdrawn => this with { Step = DeductionStep.Withdrawn, DecidedBy = withdrawn.By, DecidedOn = withdrawn.On },
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };
}
