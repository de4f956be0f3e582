namespace Township.Bodies;

/// <summary>What happened to a body. Stored; see docs/formats.md before changing anything.</summary>
public abstract record BodyEvent
{
    private BodyEvent() { }

    /// <summary>The body was formed.</summary>
    [EventName("body.formed")]
    [Title("机构已成立", "Body formed")]
    public sealed record Formed(BodyKind Kind, string HeadId, DateOnly On) : BodyEvent;

    /// <summary>The body has a new head.</summary>
    [EventName("body.head-changed")]
    [Title("负责人已更换", "Head changed")]
    public sealed record HeadChanged(string HeadId, DateOnly On, PersonalText Reason) : BodyEvent;

    /// <summary>A member was added.</summary>
    [EventName("body.member-added")]
    [Title("成员已增加", "Member added")]
    public sealed record MemberAdded(string CadreId, DateOnly On) : BodyEvent;

    /// <summary>A member was removed.</summary>
    [EventName("body.member-removed")]
    [Title("成员已减少", "Member removed")]
    public sealed record MemberRemoved(string CadreId, DateOnly On, PersonalText Reason) : BodyEvent;
}
