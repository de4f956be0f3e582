namespace Township.EventSourcing;

/// <summary>A change of an aggregate's rules. Version 1 is the rules before the first change.</summary>
/// <param name="Version">The version of the rules after the change: 2, 3, 4 …</param>
/// <param name="On">The date of the change.</param>
/// <param name="Chinese">What was changed and why, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record RulesChange(int Version, DateOnly On, string Chinese, string English);
