using System.Globalization;
using Township.Posts;

namespace Township.Cadres;

/// <summary>What posts and other cadres say when a decision asks for them.</summary>
static class People
{
    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static PostStanding Post(PostLevel level = PostLevel.MiddleManager, bool abolished = false) => new("农业办主任", "农业办", level, abolished);

    /// <summary>Where every reporting line ends.</summary>
    public static CadreStanding TopLeader { get; } = new(new(2025, 1, 6), null, PostLevel.TopLeader, null, []);

    /// <summary>A team member who is overseen by somebody.</summary>
    public static CadreStanding Cadre(string superior, DateOnly? leftOn = null) => new(new(2025, 1, 6), leftOn, PostLevel.TeamMember, superior, []);
}
