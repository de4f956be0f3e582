namespace Township.Promises;

public abstract partial record Promise
{
    public static IEnumerable<PromiseRow> Rows(Promise state, StreamId stream) =>
        FileOf(state) is { } file ? [Row(View(state, stream), file, stream)] : [];

    public static IEnumerable<PromiseDueRow> DueRows(Promise state, StreamId stream) => FileOf(state)?.Dues.Select(due => Row(due, stream)) ?? [];

    static PromiseRow Row(PromiseView view, PromiseFile file, StreamId stream) => new(
        stream.Township, stream.Id, view.Status, file.HearingId, file.Issue, file.OwnerId, file.Dues[0].SetBy, file.MadeOn,
        view.FulfilledOn, view.Late, view.ConfirmedBy, view.WithdrawnOn,
        file.Current.Due.On, file.Current.Number, file.Current.RemindFrom, file.Current.RemindedOn, file.Current.OverdueOn);

    static PromiseDueRow Row(PromiseDue due, StreamId stream) =>
        new(stream.Township, stream.Id, due.Number, due.Due.On, due.RemindFrom, due.SetBy, due.SetOn, due.RemindedOn, due.OverdueOn);
}
