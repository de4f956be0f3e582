namespace Example.Bicycles;

/// <summary>What can be asked of a bicycle. By the office.</summary>
[GenerateSerializer, Alias("bicycle.command")]
public abstract record BicycleCommand : Command
{
    private BicycleCommand() { }

    /// <summary>Takes it into the system.</summary>
    /// <param name="Label">What is written on it.</param>
    [GenerateSerializer, Alias("bicycle.register"), CommandName("bicycle.register")]
    public sealed record Register(string Label) : BicycleCommand;

    /// <summary>Lends it to a cadre on record.</summary>
    /// <param name="CadreId">Who borrows it.</param>
    /// <param name="Due">The last day; not before today, within 30 days, rolled to a workday.</param>
    [GenerateSerializer, Alias("bicycle.lend"), CommandName("bicycle.lend")]
    public sealed record Lend([Person] string CadreId, DateOnly Due) : BicycleCommand;

    /// <summary>Takes it back, in time or late.</summary>
    /// <param name="CadreId">Who had borrowed it.</param>
    /// <param name="Condition">How it came back.</param>
    [GenerateSerializer, Alias("bicycle.return"), CommandName("bicycle.return")]
    public sealed record Return([Person] string CadreId, [Text(1000, MultiLine = true)] PersonalText Condition) : BicycleCommand;
#if (deadline)

    /// <summary>The due day has passed. By the office or the system.</summary>
    [GenerateSerializer, Alias("bicycle.mark-overdue"), CommandName("bicycle.mark-overdue")]
    public sealed record MarkOverdue : BicycleCommand;
#endif
}
