using Township.PledgeForms;
using static Township.Pledges.PledgeCommand;
using Event = Township.Pledges.PledgeEvent;

namespace Township.Pledges;

public sealed partial record Pledge
{
    static Decision<PledgeEvent> DecideWrite(Write write, PledgeCase @case) => @case.Sheet.Form switch
    {
        { } form when (form.Items, form.FormVersion) == (write.Items, write.FormVersion) => Decision<PledgeEvent>.Nothing,
        not null when @case.MonthHasStarted => PledgeRefusals.NeedsAmendment,
        _ when RefuseDay(@case.Today, @case) is { } refusal => refusal,
        _ when RefuseForm(write, @case) is { } refusal => refusal,
        null => @case.Fixing([
            new Event.Written(write.Items, write.FormVersion, @case.Today),
            .. Pledging(@case.Today, @case.Sheet.Statement?.StatedOn, @case)]),
        _ => @case.Fixing([
            new Event.Rewritten(write.Items, write.FormVersion, @case.Today),
            .. Pledging(@case.Today, @case.Sheet.Statement?.StatedOn, @case)]),
    };

    static Decision<PledgeEvent> DecideStatement(RecordStatement record, PledgeCase @case) => @case.Sheet.Statement switch
    {
        not null => PledgeRefusals.AlreadyStated,
        _ when @case.Context.RefuseDate(record.StatedOn) is { } refusal => refusal,
        _ when RefuseDay(record.StatedOn, @case) is { } refusal => refusal,
        _ => @case.Fixing([
            new Event.StatementRecorded(record.Meeting, record.StatedOn, record.Summary),
            .. Pledging(@case.Sheet.Form?.WrittenOn, record.StatedOn, @case)]),
    };

    // P2: only with both on record.
    static PledgeEvent[] Pledging(DateOnly? writtenOn, DateOnly? statedOn, PledgeCase @case)
    {
        if (writtenOn is not { } written || statedOn is not { } stated) return [];
        var pledgedOn = written > stated ? written : stated;
        return [new Event.Pledged(pledgedOn, pledgedOn > @case.Term.Due.On)];
    }

    static Refusal? RefuseDay(DateOnly day, PledgeCase @case) =>
        day < @case.FirstDay ? PledgeRefusals.NotYet.With(LocalTime.Show(@case.FirstDay))
        : day > @case.LastDay ? PledgeRefusals.TooLate.With(LocalTime.Show(@case.LastDay))
        : day > @case.Cadre.LeftOn ? PledgeRefusals.HasLeft.With(LocalTime.Show(@case.Cadre.LeftOn.Value))
        : null;

    static Refusal? RefuseForm(Write write, PledgeCase @case) => @case.Context.Fact<PledgeFormVersions>(PledgeFormKey.Id)?.For(@case.Month) switch
    {
        null => PledgeRefusals.NoForm.With(@case.Month),
        var form when form.Version != write.FormVersion => PledgeRefusals.WrongForm.With(write.FormVersion, form.Version),
        var form => RefuseNumber(write.Items, form),
    };

    static Refusal? RefuseNumber(EquatableList<PledgeItem> items, PledgeFormVersion form) =>
        items.Count < form.MinItems || items.Count > form.MaxItems ? PledgeRefusals.WrongNumber.With(items.Count, form.MinItems, form.MaxItems) : null;
}
