namespace Township.Townships;

/// <summary>The numbers that the report leaves open for monthly pledges. Workdays follow the work calendar.</summary>
/// <param name="DueDay">The day of the month by which a pledge is due, 1–20, rolled to a workday. Default 5.</param>
/// <param name="Reporters">How many cadres are drawn to report at the monthly meeting, 1–50. Default 3.</param>
/// <param name="JoinerWorkdays">Workdays that a cadre who joins or changes post has to pledge, 1–20. Default 5.</param>
/// <param name="ExplanationWorkdays">Workdays in which a cadre may explain before a notice takes effect, 1–20. Default 5.</param>
/// <param name="OrderedExplanationWorkdays">Workdays to answer an order to explain 责令说明情况, 1–20. Default 3.</param>
/// <param name="TalkWorkdays">Workdays within which an admonition talk 诫勉谈话 is held, 1–30. Default 10.</param>
/// <param name="RectificationMaxDays">The longest deadline of a rectification 限期整改, in calendar days, 1–180. Default 60.</param>
[GenerateSerializer, Immutable, Alias("township.pledge-policy-values")]
public sealed record PledgePolicyValues(
    int DueDay = 5, int Reporters = 3, int JoinerWorkdays = 5, int ExplanationWorkdays = 5,
    int OrderedExplanationWorkdays = 3, int TalkWorkdays = 10, int RectificationMaxDays = 60);

/// <summary>
/// A version of the pledge policy: <c>pledge/1</c>, <c>pledge/2</c> … As a fact: the one in force; null before the township is founded.
/// </summary>
[GenerateSerializer, Immutable, Alias("township.pledge-policy"), FactName("township.pledge-policy")]
public sealed record PledgePolicy(string Version, PledgePolicyValues Values) : IPolicyFact
{
    /// <summary>What holds from the founding of a township until it adopts other values: <c>pledge/1</c>.</summary>
    public static PledgePolicy Default { get; } = new("pledge/1", new());
}
