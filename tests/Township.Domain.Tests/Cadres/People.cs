using System.Globalization;
using Township.Posts;

namespace Township.Cadres;

/// <summary>What posts and other cadres show when a decision asks for them.</summary>
static class People
{
    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static PostView Post(PostLevel level = PostLevel.MiddleManager, bool abolished = false) => new("农业办主任", "农业办", level, ["春耕生产"], abolished);

    /// <summary>A team member who is overseen by somebody.</summary>
    public static CadreView Cadre(string superior, DateOnly? leftOn = null) =>
        new("张伟", [new("p-02", "副镇长", "班子", PostLevel.TeamMember, superior, new(2025, 1, 6))], [], [], leftOn);
}
