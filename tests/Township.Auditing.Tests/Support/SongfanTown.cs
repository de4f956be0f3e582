using System.Globalization;
using Township.Cadres;
using Township.Disclosures;
using Township.Draws;
using Township.Hearings;
using Township.Posts;
using Township.Promises;
using Township.Rosters;
using Township.Townships;

namespace Township.Auditing.Tests;

/// <summary>宋畈乡: everything about it comes from real deciders, at given times, with the same bytes and hashes every time.</summary>
sealed class SongfanTown(IEventStore store, IPersonalDataKeys keys) : IAsyncDisposable
{
    public const string Secretary = "c-001", Deputy = "c-002", Clerk = "c-003", Engineer = "c-004", Accountant = "c-005";

    public static readonly StreamId HearingStream = Of("hearing", "2026-01"), PromiseStream = Of("promise", "2026-01.1");

    readonly Town _town = new(store, TownshipAggregates.All, keys, Moment("2026-01-01 00:00"), "cn-2026.1") { Pace = TimeSpan.FromMinutes(1) };
    int _commands;

    public static StreamId Of(string category, string id) => new(category, "songfan", id);

    /// <summary>A moment in Asia/Shanghai: <c>2026-03-02 09:00</c>.</summary>
    public static DateTimeOffset Moment(string local) => DateTimeOffset.Parse(local + "+08:00", CultureInfo.InvariantCulture).ToUniversalTime();

    public SongfanTown At(string local)
    {
        _town.At(Moment(local));
        return this;
    }

    public async Task Found(string name = "宋畈乡")
    {
        await At("2026-01-05 08:00").Township(new TownshipCommand.Found(name, TownshipKind.Township));
        await _town.Do(Kind<Roster, RosterCommand, RosterEvent, RosterView>(), Of("roster", RosterKey.Id),
            new RosterCommand.Enter([Secretary, Deputy, Clerk, Engineer, Accountant]) with { CommandId = Next() }, Roles.Office, Clerk);
        await Join(Secretary, "陈志远", "党委书记", PostLevel.TopLeader, null);
        await Join(Deputy, "林晓梅", "副乡长", PostLevel.TeamMember, Secretary);
        await Join(Clerk, "周敏", "效能办干事", PostLevel.Staff, Deputy);
        await Join(Engineer, "何建军", "水利站站长", PostLevel.MiddleManager, Deputy);
        await Join(Accountant, "许文娟", "财政所所长", PostLevel.MiddleManager, Deputy);
    }

    async Task Join(string id, string name, string title, PostLevel level, string? superior)
    {
        var post = "p-" + id[2..];
        await _town.Do(Kind<Post, PostCommand, PostEvent, PostView>(), Of("post", post), new PostCommand.Establish(title, "乡政府", level, ["本职工作"]) with { CommandId = Next() }, Roles.Leader, Secretary);
        await _town.Do(Kind<Cadre, CadreCommand, CadreEvent, CadreView>(), Of("cadre", id), new CadreCommand.Register(name, post, superior, new(2025, 6, 1)) with { CommandId = Next() }, Roles.Office, Clerk);
    }

    public Task Township(TownshipCommand command) =>
        _town.Do(Kind<TownshipState, TownshipCommand, TownshipEvent, TownshipView>(), Of("township", TownshipKey.Id), command with { CommandId = Next() }, Roles.Leader, Secretary);

    public Task Office(HearingCommand command) => Hear(command, Roles.Office, Clerk);

    public Task Hear(HearingCommand command, string role, string subject) =>
        _town.Do(Kind<Hearing, HearingCommand, HearingEvent, HearingView>(), HearingStream, command with { CommandId = Next() }, role, subject);

    public Task Disclose(string id, DisclosureCommand command) =>
        _town.Do(Kind<Disclosure, DisclosureCommand, DisclosureEvent, DisclosureView>(), Of("disclosure", id), command with { CommandId = Next() }, Roles.Office, Clerk);

    public Task Draw(string id, DrawCommand command) =>
        _town.Do(Kind<Draw, DrawCommand, DrawEvent, DrawView>(), Of("draw", id), command with { CommandId = Next() }, Roles.Office, Clerk);

    public Task Promised(PromiseCommand command, string role = Roles.Leader, string subject = Secretary) =>
        _town.Do(Kind<Promise, PromiseCommand, PromiseEvent, PromiseView>(), PromiseStream, command with { CommandId = Next() }, role, subject);

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    static AggregateType<TState, TCommand, TEvent, TView> Kind<TState, TCommand, TEvent, TView>()
        where TState : class, IAggregate<TState, TCommand, TEvent, TView> where TCommand : class, ICommand where TEvent : class where TView : class =>
        AggregateType<TState, TCommand, TEvent, TView>.Instance;

    Guid Next() => new(++_commands, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
