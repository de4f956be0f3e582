namespace Township.Pledges;

public sealed partial record Pledge
{
    public static IEnumerable<PledgeRow> Rows(Pledge state, StreamId stream) =>
        [Row(View(state, stream), state, PledgeId.Find(stream?.Id) ?? throw new FormatException($"'{stream}' is not the stream of a pledge."), stream!)];

    static PledgeRow Row(PledgeView view, Pledge state, PledgeId id, StreamId stream) => new(
        stream.Township, stream.Id, id.Month.ToString(), id.CadreId, view.WrittenOn, view.Statement?.StatedOn, view.PledgedOn, view.ReleasedOn, view.Late,
        view.Amendments.Count(a => a.Status is AmendmentStatus.Approved), state.Stage is PledgeStage.Missed, view.Exemption?.Kind, view.Verdict());
}
