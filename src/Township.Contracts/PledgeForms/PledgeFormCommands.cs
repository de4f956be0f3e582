namespace Township.PledgeForms;

/// <summary>What can be asked of the uniform pledge form 工作月承诺表 (P3). By the efficiency office.</summary>
[GenerateSerializer, Alias("pledge-form.command")]
public abstract record PledgeFormCommand : Command
{
    private PledgeFormCommand() { }

    /// <summary>Issues the next version of the form. Pledges already written keep theirs.</summary>
    /// <param name="Title">For example 惠民镇机关干部工作月承诺表.</param>
    /// <param name="MinItems">The fewest items of a pledge, 1–10.</param>
    /// <param name="MaxItems">The most items, MinItems–20.</param>
    /// <param name="Guidance">How to fill in the form.</param>
    /// <param name="From">The first month for which it is used; later than that of the previous version, not in the past.</param>
    [GenerateSerializer, Alias("pledge-form.issue"), CommandName("pledge-form.issue")]
    [Title("印发工作月承诺表", "Issue the pledge form")]
    public sealed record Issue(string Title, int MinItems, int MaxItems, [Text(2000, MultiLine = true)] string Guidance, Month From) : PledgeFormCommand;
}
