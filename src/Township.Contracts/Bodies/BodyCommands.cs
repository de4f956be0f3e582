namespace Township.Bodies;

/// <summary>
/// What can be asked of a body. By a leader. The head and the members must be cadres on record who have joined by that day and have not
/// left.
/// </summary>
[GenerateSerializer, Alias("body.command")]
public abstract record BodyCommand : Command
{
    private BodyCommand() { }

    /// <summary>Forms the body, with its head.</summary>
    /// <param name="HeadId">The cadre who heads it.</param>
    /// <param name="On">First day; not in the future.</param>
    [GenerateSerializer, Alias("body.form"), CommandName("body.form")]
    [Title("成立机构", "Form the body")]
    public sealed record Form([Person] string HeadId, DateOnly On) : BodyCommand;

    /// <summary>Gives the body another head. A member who becomes head is no longer a member; the previous head leaves the body.</summary>
    /// <param name="HeadId">The cadre who heads it from now on.</param>
    /// <param name="On">First day; not in the future, not before the first day of the previous head.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("body.change-head"), CommandName("body.change-head")]
    [Title("更换负责人", "Change the head")]
    public sealed record ChangeHead([Person] string HeadId, DateOnly On, [Text(1000, MultiLine = true)] PersonalText Reason) : BodyCommand;

    /// <summary>Adds a member; at most 50.</summary>
    /// <param name="CadreId">The cadre.</param>
    /// <param name="On">First day; not in the future, not before the body was formed.</param>
    [GenerateSerializer, Alias("body.add-member"), CommandName("body.add-member")]
    [Title("增加成员", "Add a member")]
    public sealed record AddMember([Person] string CadreId, DateOnly On) : BodyCommand;

    /// <summary>Removes a member.</summary>
    /// <param name="CadreId">The member.</param>
    /// <param name="On">Last day; not in the future, not before the member's first day.</param>
    /// <param name="Reason">Why.</param>
    [GenerateSerializer, Alias("body.remove-member"), CommandName("body.remove-member")]
    [Title("减少成员", "Remove a member")]
    public sealed record RemoveMember([Person] string CadreId, DateOnly On, [Text(1000, MultiLine = true)] PersonalText Reason) : BodyCommand;
}
