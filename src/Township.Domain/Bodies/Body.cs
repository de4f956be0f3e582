using System.Diagnostics;
using Event = Township.Bodies.BodyEvent;

namespace Township.Bodies;

/// <summary>The leading group 领导小组 or the efficiency office 效能办 (§0): who heads it and who belongs to it.</summary>
[Title("机构", "body")]
public abstract partial record Body : IAggregate<Body, BodyCommand, BodyEvent, BodyView>
{
    private Body() { }

    public sealed record Unformed : Body;

    public sealed record Formed(Event.Formed Terms, BodySeat Head, EquatableList<BodySeat> Members) : Body
    {
        internal BodySeat? Member(string cadreId) => Members.FirstOrDefault(m => m.CadreId == cadreId);

        internal EquatableList<BodySeat> Without(string cadreId) => Members.Where(m => m.CadreId != cadreId).ToEquatableList();
    }

    public static string Category => "body";

    public static Body Initial => new Unformed();

    public static Body Evolve(Body state, BodyEvent e) => (state, e) switch
    {
        (Unformed, Event.Formed formed) => new Formed(formed, new(formed.HeadId, formed.On), []),
        (Formed standing, Event.HeadChanged changed) => standing with { Head = new(changed.HeadId, changed.On), Members = standing.Without(changed.HeadId) },
        (Formed standing, Event.MemberAdded added) => standing with { Members = standing.Members.Add(new(added.CadreId, added.On)) },
        (Formed standing, Event.MemberRemoved removed) => standing with { Members = standing.Without(removed.CadreId) },
        _ => throw new UnreachableException($"{e.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    public static BodyView View(Body state, StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return state is Formed standing
            ? new(standing.Terms.Kind, standing.Head, standing.Members)
            : new(BodyKey.Find(stream.Id), null, []);
    }
}
