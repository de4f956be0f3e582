namespace Township.Disclosures;

/// <summary>What a disclosure has published, and about what. Null before it is drafted.</summary>
/// <param name="Kind">What is disclosed.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Publications">
/// The publications that count: those of the current text, one for each channel, in the order of the channels; none when the disclosure was
/// withdrawn.
/// </param>
[FactName("disclosure.publications")]
public sealed record DisclosurePublications(DisclosureKind Kind, DisclosureSubject? Subject, EquatableList<ChannelPublication> Publications);

/// <summary>A publication that counts.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="At">When.</param>
/// <param name="Evidence">What shows it.</param>
public sealed record ChannelPublication(Channel Channel, DateTimeOffset At, PersonalText Evidence);
