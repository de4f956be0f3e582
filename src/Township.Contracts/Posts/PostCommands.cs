namespace Township.Posts;

/// <summary>What can be asked of a post 岗位. By the efficiency office or the leading group.</summary>
[GenerateSerializer, Alias("post.command")]
public abstract record PostCommand : Command
{
    private PostCommand() { }

    /// <summary>Establishes the post.</summary>
    /// <param name="Title">For example 农业办主任.</param>
    /// <param name="Department">For example 农业办.</param>
    /// <param name="Level">Its level.</param>
    /// <param name="Duties">The duties of the post 本职工作, from which monthly pledges are made (P1).</param>
    [GenerateSerializer, Alias("post.establish"), CommandName("post.establish")]
    [Title("设立岗位", "Establish the post")]
    public sealed record Establish(string Title, string Department, PostLevel Level, [Count(1, 20)] EquatableList<string> Duties) : PostCommand;

    /// <summary>Replaces the duties. Pledges made before keep theirs.</summary>
    [GenerateSerializer, Alias("post.revise-duties"), CommandName("post.revise-duties")]
    [Title("修订岗位职责", "Revise the duties")]
    public sealed record ReviseDuties([Count(1, 20)] EquatableList<string> Duties) : PostCommand;

    /// <summary>Abolishes the post. Nobody can be appointed to it any more.</summary>
    [GenerateSerializer, Alias("post.abolish"), CommandName("post.abolish")]
    [Title("撤销岗位", "Abolish the post")]
    public sealed record Abolish([Text(1000, MultiLine = true)] PersonalText Reason) : PostCommand;
}
