using Township.Hearings;
using static Township.Documents.ChineseTerms;
using static Township.Documents.DocumentBlock;
using static Township.Hearings.HearingEvent;

namespace Township.Documents;

/// <summary>The minutes 笔录 in their order (H5).</summary>
static class SittingSection
{
    public static IEnumerable<DocumentBlock> Blocks(HearingHistory history, HearingNames names)
    {
        var entries = MinutesEntries.Of(history);
        if (history.View.Sitting is not { } sitting) return [new Paragraph("尚未召开，没有笔录。")];
        var notes = Notes(history, names).ToLookup(n => n.Entry, n => n.Text);
        var span = $"{Moment(sitting.OpenedAt)}开会，{(sitting.EndedAt is { } end ? $"{Moment(end)}散会" : "尚未散会")}。笔录共{entries.Count}条。";
        return [
            new Paragraph(span),
            .. entries.Select(e => new Entry(e.Number, Of(e.Kind), Lead(e, names), names.Text(e.Text), [.. notes[e.Number]]))];
    }

    /// <summary>Returns the people who recorded statements of others.</summary>
    public static string Clerks(HearingHistory history, HearingNames names) =>
        string.Join(
            '、',
            MinutesEntries.Of(history).Where(e => e.WrittenBy != e.SpeakerId).Select(e => e.WrittenBy).Distinct().Select(names.Person));

    static string Lead(MinutesEntry e, HearingNames names)
    {
        var about = (e.Issue, e.RefersTo) switch
        {
            ({ } issue, { } entry) => $"，议题{issue}，{(e.Kind is EntryKind.Explanation ? "答" : "接")}第{entry}条",
            ({ } issue, _) => $"，议题{issue}",
            _ => "",
        };
        return $"{Hour(e.At)} {names.Person(e.SpeakerId)}{about}";
    }

    static IEnumerable<(int Entry, string Text)> Notes(HearingHistory history, HearingNames names)
    {
        foreach (var (e, at, _) in history.Records)
        {
            switch (e)
            {
                case Explained explained:
                    yield return (explained.Question, $"释疑见第{explained.Entry}条。");
                    break;
                case LeftUnanswered left:
                    yield return (left.Question, $"未答复（{names.Person(left.By)}注明）：{names.Text(left.Reason)}");
                    break;
                case ObjectionWithdrawn withdrawn:
                    yield return (withdrawn.Objection, $"{Hour(at)} 异议人撤回本条异议。");
                    break;
                // The first wording stays in place; the correction follows below it.
                case EntryCorrected corrected:
                    yield return (corrected.Entry,
                        $"更正（{Moment(corrected.At)}，{names.Person(corrected.By)}，理由：{names.Text(corrected.Reason)}）：{names.Text(corrected.Text)}");
                    break;
                default:
                    break;
            }
        }
    }
}
