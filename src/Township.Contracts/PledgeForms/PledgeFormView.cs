namespace Township.PledgeForms;

/// <summary>One version of the uniform form.</summary>
/// <param name="Version">1, 2, 3 …</param>
/// <param name="Title">Printed on top.</param>
/// <param name="MinItems">The fewest items of a pledge.</param>
/// <param name="MaxItems">The most.</param>
/// <param name="Guidance">How to fill it in.</param>
/// <param name="From">The first month for which it is used.</param>
[GenerateSerializer, Immutable, Alias("pledge-form.template")]
public sealed record FormTemplate(int Version, string Title, int MinItems, int MaxItems, string Guidance, Month From);

/// <summary>The uniform form with all its versions, oldest first.</summary>
[GenerateSerializer, Immutable, Alias("pledge-form.view")]
public sealed record PledgeFormView(EquatableList<FormTemplate> Versions)
{
    /// <summary>The version to be used for a month; null when none has been issued for it.</summary>
    public FormTemplate? For(Month month) => Versions.LastOrDefault(v => v.From <= month);
}
