namespace Township.Posts;

/// <summary>A post to which somebody is appointed. Null before it is established.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Department">Its department.</param>
/// <param name="Level">Its level.</param>
/// <param name="Abolished">Whether it was abolished.</param>
[FactName("post.standing")]
public sealed record PostStanding(string Title, string Department, PostLevel Level, bool Abolished);
