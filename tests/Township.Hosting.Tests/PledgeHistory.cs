using Township.Pledges;

namespace Township;

/// <summary>Pledges to which something happens, without the rules that decide it.</summary>
static class PledgeHistory
{
    static readonly MessageCatalogue<PledgeEvent> Events = AggregateType<Pledge, PledgeCommand, PledgeEvent, PledgeView>.Instance.Events;

    public static Commit Commit(string pledge, params PledgeEvent[] events) => new(new("pledge", "huimin", pledge), ExpectedVersion.Any, CommitContent.From(
        new(Guid.CreateVersion7(), new("pledge.test", 1, JsonBytes.From("{}"))), new(new("c-001", "huimin", []), "view tests"), DateTimeOffset.UnixEpoch, new("", "", ""), [],
        [.. events.Select(Events.Serialize)]));

    public static Task Happened(this HostedTownship township, string pledge, params PledgeEvent[] events) => township.Services.Happened(pledge, events);

    public static async Task Happened(this SessionServices services, string pledge, params PledgeEvent[] events) =>
        (await services.Committer.Append(await services.Committer.Admit(), Commit(pledge, events))).Should().BeOfType<AppendResult.Committed>();

    /// <summary>Ends when what queries see of a subscription has reached a position.</summary>
    public static async Task Reaches(this ISubscriptionPlace place, string subscription, long position)
    {
        await place.Prepare();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while ((await place.Find(subscription, deadline.Token))?.Live is not { } live || live.Position < position) await Task.Yield();
    }
}
