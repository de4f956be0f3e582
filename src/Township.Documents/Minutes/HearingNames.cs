using Township.Cadres;
using Township.Hearings;
using Township.Townships;
using static Township.Hearings.HearingEvent;

namespace Township.Documents;

/// <summary>The audience of the minutes.</summary>
public enum MinutesEdition
{
    /// <summary>内部: with all names and ids, to be signed and filed.</summary>
    Internal,

    /// <summary>
    /// 公开: citizens' names as the township shows them in public, without their ids and without the reasons of withdrawals and recusals.
    /// </summary>
    Public,
}

/// <summary>How people, and texts about them, are shown in a document.</summary>
sealed class HearingNames
{
    const string SealedText = PublicNaming.Sealed, ErasedText = PublicNaming.Erased;

    readonly Dictionary<string, (int Number, string GroupId, PersonalText Name)> _representatives = [];
    readonly IReadOnlyDictionary<string, CadreView> _cadres;
    readonly EquatableList<RepresentativeGroup> _groups;
    readonly PublicNames _shown;
    readonly Func<string, string> _mask;

    /// <param name="history">The hearing.</param>
    /// <param name="cadres">The recorded cadres in it.</param>
    /// <param name="edition">The audience.</param>
    /// <param name="shown">How much of citizens' names the township shows in public.</param>
    public HearingNames(HearingHistory history, IReadOnlyDictionary<string, CadreView> cadres, MinutesEdition edition, PublicNames shown)
    {
        (_cadres, _groups, Edition, _shown) =
            (cadres, history.View.People.Groups, edition, edition is MinutesEdition.Public ? shown : PublicNames.Full);
        var names = history.Records.Select(r => r.Event).Select(e => e switch
        {
            SignedUp up => (Id: up.PersonId, up.Name),
            Invited invited => (Id: invited.PersonId, invited.Name),
            _ => default,
        }).Where(n => n.Id is not null).ToList();
        // Numbered in the order of first appearance, so that a person's number never changes.
        var numbers = names.Select(n => n.Id).Distinct().Index().ToDictionary(n => n.Item, n => n.Index + 1);
        foreach (var person in history.View.People.Representatives)
            _representatives.Add(
                person.PersonId, (numbers[person.PersonId], person.GroupId, names.Last(n => n.Id == person.PersonId).Name));
        var masks = new NameMasks(
            names.Where(n => n.Name.State is PersonalTextState.Clear).Select(n => (n.Id, n.Name.Text!)),
            cadres.Where(c => c.Value.Name?.Text is not null).Select(c => (c.Key, c.Value.Name!.Text!)),
            (persons, written) => (_shown, persons) switch
            {
                (PublicNames.Hidden, [var only]) => $"代表{numbers[only]}号",
                _ => PersonalText.Clear(written).Show(_shown),
            });
        _mask = _shown is PublicNames.Full ? text => text : masks.Apply;
    }

    public MinutesEdition Edition { get; }

    public bool IsPublic => Edition is MinutesEdition.Public;

    /// <summary>Returns a representative for a list: the name or its public form.</summary>
    public string Representative(string personId) => NameOf(_representatives[personId].Name) ?? "（不公开）";

    public int NumberOf(string personId) => _representatives[personId].Number;

    /// <summary>Returns any speaker or actor.</summary>
    public string Person(string id) => (_representatives.TryGetValue(id, out var one), _cadres.TryGetValue(id, out var cadre)) switch
    {
        (true, _) when NameOf(one.Name) is { } name => $"{name}（{Seat(one.GroupId, one.Number)}）",
        (true, _) => Seat(one.GroupId, one.Number),
        (_, true) when cadre!.Name is { State: PersonalTextState.Clear, Text: var name } => name!,
        (_, true) => $"{(cadre!.Name is { State: PersonalTextState.Sealed } ? SealedText : ErasedText)}{id}",
        _ when id == Roles.System => "系统",
        _ => IsPublic ? "工作人员" : id,
    };

    /// <summary>Returns a cadre with the post.</summary>
    public string Cadre(string id) => PostOf(id) is { Length: > 0 } post ? $"{Person(id)}（{post}）" : Person(id);

    public string PostOf(string id) => _cadres.GetValueOrDefault(id)?.Current()?.Title ?? "";

    public string Text(PersonalText text) => text.State switch
    {
        PersonalTextState.Clear => _mask(text.Text!),
        PersonalTextState.Sealed => SealedText,
        _ => ErasedText,
    };

    public string Text(string text) => _mask(text);

    /// <summary>Returns the reason of a withdrawal or recusal, which only the township may see.</summary>
    public string Reason(PersonalText text) => IsPublic ? "（理由不公开）" : Text(text);

    public string GroupOf(string groupId) => Text(_groups.FirstOrDefault(g => g.Id == groupId)?.Name ?? groupId);

    string Seat(string groupId, int number) =>
        $"{GroupOf(groupId)}{(GroupOf(groupId).EndsWith("代表", StringComparison.Ordinal) ? "" : "代表")}{number}号";

    string? NameOf(PersonalText name) => (name.State, _shown) switch
    {
        (_, PublicNames.Hidden) => null,
        (PersonalTextState.Clear, _) => name.Show(_shown),
        (PersonalTextState.Sealed, _) => SealedText,
        _ => ErasedText,
    };
}
