using Township.Cadres;
using Township.Draws;
using Township.Measures;
using Township.Notices;
using Township.PledgeForms;
using Township.Pledges;
using Township.Posts;
using Township.ReportMeetings;
using Township.Supervisors;
using Township.Townships;

namespace Township;

/// <summary>Every kind of aggregate, for tools that read histories without a silo.</summary>
public static class TownshipAggregates
{
    /// <summary>All of them, in the order of their categories.</summary>
    public static IReadOnlyList<IAggregateType> All { get; } =
    [
        AggregateType<Cadre, CadreCommand, CadreEvent, CadreView>.Instance,
        AggregateType<Draw, DrawCommand, DrawEvent, DrawView>.Instance,
        AggregateType<Measure, MeasureCommand, MeasureEvent, MeasureView>.Instance,
        AggregateType<ReportMeeting, ReportMeetingCommand, ReportMeetingEvent, ReportMeetingView>.Instance,
        AggregateType<Notice, NoticeCommand, NoticeEvent, NoticeView>.Instance,
        AggregateType<Pledge, PledgeCommand, PledgeEvent, PledgeView>.Instance,
        AggregateType<PledgeForm, PledgeFormCommand, PledgeFormEvent, PledgeFormView>.Instance,
        AggregateType<Post, PostCommand, PostEvent, PostView>.Instance,
        AggregateType<Supervisor, SupervisorCommand, SupervisorEvent, SupervisorView>.Instance,
        AggregateType<TownshipState, TownshipCommand, TownshipEvent, TownshipView>.Instance,
    ];

    /// <summary>The kind with this stream category, or null.</summary>
    public static IAggregateType? Find(string category) => All.FirstOrDefault(a => a.Category == category);
}
