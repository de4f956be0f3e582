using System.Security.Cryptography;
using System.Text;
using Township.Cadres;
using Township.Hearings;
using Township.Posts;
using Township.ReportMeetings;
using Township.Rosters;
using Township.Townships;
using static Township.Draws.DrawCommand;
using static Township.Draws.DrawEvent;
using DrawSpec = Township.EventSourcing.Testing.Spec<Township.Draws.Draw, Township.Draws.DrawCommand, Township.Draws.DrawEvent, Township.Draws.DrawView>;

namespace Township.Draws;

/// <summary>The draw of the reporters of March, and what it asks of others.</summary>
static class DrawScenes
{
    public static readonly DateTimeOffset Evening = new(2026, 3, 2, 13, 15, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly Beacon Lottery = DrawPolicy.Default.Values.Beacons[1];
    public static readonly Freeze Freezing = new(["c-042", "c-003", "c-017"], [], "fc3d", Today);
    public static readonly string Commitment = Sha256("township.draw.v2\ndraw/huimin/meeting.2026-03\n2\n福彩3D\n3 x 0-9\n2026-03-02\n2026-03-02T13:15:00Z\ndraw/1\n-\nc-003\nc-017\nc-042\n");
    public static readonly DrawTerms Terms = new(["c-003", "c-017", "c-042"], [], 2, Lottery, Today, Evening, "draw/1");
    public static readonly CandidatesFrozen Frozen = new(Terms, Commitment);
    public static readonly Reveal Revealing = new([4, 0, 7]);
    public static readonly Drawn Result = new("4 0 7", Winners("4 0 7"));

    // What other aggregates say: a meeting that wants two reporters, and a roster of three cadres who are all there.
    public static DrawSpec Draw(string id = "meeting.2026-03") => Spec.Of(Draws.Draw.Type, $"draw/huimin/{id}").At("2026-03-02T09:00+08:00").By("c-001", Roles.Office)
        .With(DrawPolicy.Default).With(new MeetingDrawing(new(2026, 3, 25), 2)).With(new RosterCadres(["c-003", "c-017", "c-042"])).With(Standing());

    public static DrawSpec DrawOfGroup => Draw("hearing.2026-01.farmers").With(new HearingDrawing([new("shops", 1, ["p-9"], []), new("farmers", 2, ["p-3", "p-1", "p-2"], [])]));

    public static CadreStanding Standing(DateOnly? joined = null, DateOnly? left = null) => new(joined ?? new(2025, 6, 1), left, PostLevel.Staff, "c-001", []);

    // docs/draws.md, worked out without the program.
    public static EquatableList<string> Winners(string seed) => Terms.Candidates
        .OrderBy(c => Sha256($"township.draw.v2\n{Commitment}\n{seed}\n{c}\n"), StringComparer.Ordinal).Take(2).ToEquatableList();

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
