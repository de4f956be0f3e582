using System.Diagnostics;
using static Township.Promises.PromiseEvent;

namespace Township.Promises;

/// <summary>The rows of a promise in <see cref="PromisesMade"/>.</summary>
sealed record PromiseRows(string Township, string Id) : IStreamRows<PromiseRows, PromiseEvent>
{
    static readonly ViewTable Table = new(PromisesMade.Table, 2,
    [
        "township TEXT NOT NULL", "promise TEXT NOT NULL", "step TEXT NOT NULL", "hearing TEXT NOT NULL", "issue INTEGER NOT NULL", "owner TEXT NOT NULL",
        "made_by TEXT NOT NULL", "made_on TEXT NOT NULL", "fulfilled_on TEXT", "late INTEGER", "confirmed_by TEXT", "withdrawn_on TEXT",
        "due_on TEXT NOT NULL", "due_number INTEGER NOT NULL", "remind_from TEXT NOT NULL", "reminded_on TEXT", "overdue_on TEXT",
    ], "township, step, due_on", "township, due_on", "township, hearing, issue", "township, owner, due_on");

    static readonly ViewTable DueTable = new(PromisesMade.Dues, 3,
    [
        "township TEXT NOT NULL", "promise TEXT NOT NULL", "number INTEGER NOT NULL", "due_on TEXT NOT NULL", "remind_from TEXT NOT NULL",
        "set_by TEXT NOT NULL", "set_on TEXT NOT NULL", "reminded_on TEXT", "overdue_on TEXT",
    ]);

    public static IReadOnlyList<ViewTable> Tables => [Table, DueTable];

    PromiseStep Step { get; init; }

    string? Hearing { get; init; }

    int? Issue { get; init; }

    string? Owner { get; init; }

    string? MadeBy { get; init; }

    DateOnly? MadeOn { get; init; }

    DateOnly? FulfilledOn { get; init; }

    bool? Late { get; init; }

    string? ConfirmedBy { get; init; }

    DateOnly? WithdrawnOn { get; init; }

    EquatableList<DueRow> Dues { get; init; } = [];

    sealed record DueRow(int Number, DateOnly On, DateOnly RemindFrom, string SetBy, DateOnly SetOn, DateOnly? RemindedOn, DateOnly? OverdueOn);

    DueRow? Due => Dues is [.., var last] ? last : null;

    public IEnumerable<ViewRow> Rows =>
    [
        ViewRow.Of(
            Table, Township, Id, Step, Hearing, Issue, Owner, MadeBy, MadeOn, FulfilledOn, Late, ConfirmedBy, WithdrawnOn,
            Due?.On, Due?.Number, Due?.RemindFrom, Due?.RemindedOn, Due?.OverdueOn),
        .. Dues.Select(d => ViewRow.Of(DueTable, Township, Id, d.Number, d.On, d.RemindFrom, d.SetBy, d.SetOn, d.RemindedOn, d.OverdueOn)),
    ];

    public static PromiseRows From(EquatableList<string> key, Func<ViewTable, IEnumerable<Cells>> stored) =>
        (stored(Table).Select(From).SingleOrDefault() ?? new(key[0], key[1])) with { Dues = [.. stored(DueTable).Select(DueFrom).OrderBy(d => d.Number)] };

    static PromiseRows From(Cells cells) => new(cells.Text(), cells.Text())
    {
        Step = cells.Name<PromiseStep>(),
        Hearing = cells.Text(),
        Issue = cells.Number(),
        Owner = cells.Text(),
        MadeBy = cells.Text(),
        MadeOn = cells.Day(),
        FulfilledOn = cells.DayOrNull(),
        Late = cells.FlagOrNull(),
        ConfirmedBy = cells.TextOrNull(),
        WithdrawnOn = cells.DayOrNull(),
    };

    static DueRow DueFrom(Cells cells) =>
        new(cells.Skip(2).Number(), cells.Day(), cells.Day(), cells.Text(), cells.Day(), cells.DayOrNull(), cells.DayOrNull());

    public PromiseRows After(PromiseEvent e) => e switch
    {
        Made made => this with
        {
            Step = PromiseStep.Made,
            Hearing = made.HearingId,
            Issue = made.Issue,
            Owner = made.OwnerId,
            MadeBy = made.By,
            MadeOn = made.On,
            Dues = [new(1, made.Due.On, made.RemindFrom, made.By, made.On, null, null)],
        },
        Reminded reminded => With(reminded.DueNumber, d => d with { RemindedOn = reminded.On }),
        BecameOverdue overdue => With(overdue.DueNumber, d => d with { OverdueOn = overdue.On }) with { Step = PromiseStep.Overdue },
        Extended extended => this with
        {
            Step = PromiseStep.Made,
            Dues = Dues.Add(new(extended.DueNumber, extended.Due.On, extended.RemindFrom, extended.By, extended.On, null, null)),
        },
        Fulfilled fulfilled => this with { Step = PromiseStep.Fulfilled, FulfilledOn = fulfilled.On, Late = fulfilled.Late, ConfirmedBy = fulfilled.By },
        Withdrawn withdrawn => this with { Step = PromiseStep.Withdrawn, WithdrawnOn = withdrawn.On },
        _ => throw new UnreachableException($"{e.GetType().Name} is not handled."),
    };

    PromiseRows With(int number, Func<DueRow, DueRow> change) => this with { Dues = Dues.Replace(d => d.Number == number, change) };
}
