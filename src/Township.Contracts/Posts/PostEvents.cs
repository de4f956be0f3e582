namespace Township.Posts;

/// <summary>What happened to a post. Stored; see docs/formats.md before changing anything.</summary>
public abstract record PostEvent
{
    private PostEvent() { }

    /// <summary>The post was established.</summary>
    [EventName("post.established")]
    [Title("岗位已设立", "Post established")]
    public sealed record Established(string Title, string Department, PostLevel Level, EquatableList<string> Duties) : PostEvent;

    /// <summary>The duties were replaced.</summary>
    [EventName("post.duties-revised")]
    [Title("岗位职责已修订", "Duties revised")]
    public sealed record DutiesRevised(EquatableList<string> Duties) : PostEvent;

    /// <summary>The post was abolished.</summary>
    [EventName("post.abolished")]
    [Title("岗位已撤销", "Post abolished")]
    public sealed record Abolished(PersonalText Reason) : PostEvent;
}
