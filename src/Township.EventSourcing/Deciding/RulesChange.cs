namespace Township.EventSourcing;

/// <summary>A change of an aggregate's rules. Version 1 are the rules before the first change.</summary>
/// <param name="Version">The number of the rules from then on: 2, 3, 4 …</param>
/// <param name="On">When it was made.</param>
/// <param name="Chinese">What was changed, and why, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record RulesChange(int Version, DateOnly On, string Chinese, string English);
