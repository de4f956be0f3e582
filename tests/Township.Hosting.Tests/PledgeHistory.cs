using Township.Pledges;

namespace Township;

/// <summary>Pledges to which something happens, without the rules that decide it.</summary>
static class PledgeHistory
{
    static readonly MessageCatalogue<PledgeEvent> Events = Pledge.Type.Events;

    /// <summary>The name of the read model.</summary>
    public const string View = "pledge_months";

    public static ReadModel Model => ReadModelCatalogue.Of(typeof(Pledge))!;

    /// <summary>One more amendment is approved; the first one of a pledge that is made by it.</summary>
    public static PledgeEvent[] Amended(int number)
    {
        var day = new DateOnly(2026, 3, 2);
        PledgeEvent[] made = [new PledgeEvent.Written([], 1, day), new PledgeEvent.StatementRecorded("m-1", day, "…"), new PledgeEvent.Pledged(day, Late: false)];
        return [.. number == 1 ? made : [], new PledgeEvent.AmendmentRequested(number, [], "…", day, false), new PledgeEvent.AmendmentApproved(number, "c-001", default, day)];
    }

    public static Commit Commit(string pledge, params PledgeEvent[] events) => Happenings.Commit(Events, $"pledge/huimin/{pledge}", events);

    public static Task Happened(this HostedTownship township, string pledge, params PledgeEvent[] events) => township.Services.Happened(pledge, events);

    public static Task Happened(this SessionServices services, string pledge, params PledgeEvent[] events) => services.Append(Commit(pledge, events));

    /// <summary>Ends when what queries see of a subscription has reached a position.</summary>
    public static async Task Reaches(this ICheckpointStore checkpoints, string subscription, long position)
    {
        await checkpoints.Prepare();
        await Eventually.Holds(async () => (await checkpoints.Find(subscription))?.Live?.Position >= position);
    }
}
